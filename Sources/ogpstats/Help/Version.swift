import Membership
import Storage
import Warehouse

/// What `--version` names.
enum Version {
  /// The version.
  static let number = "1.0.0"

  /// Version, commit and edition of the rules; the digest is that of the handbook's rule file.
  static var text: String {
    let digest = SHA256.hexadecimal(of: Array(RuleSet.handbook.json.pretty.utf8))
    return """
      ogpstats \(number)
      commit: \(builtCommit)
      rules: OGP Local Handbook, \(Parameter.allCases.count) parameters, \(digest.prefix(16))

      """
  }
}
