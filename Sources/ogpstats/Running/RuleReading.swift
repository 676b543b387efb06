import Membership
import Storage
import Warehouse

/// The rules that a command line asks for.
enum RuleReading {
  /// The rules under `--rules` and `--set`.
  ///
  /// - Parameter invocation: The command line.
  /// - Returns: The rules; the handbook's where neither is given.
  /// - Throws: ``UsageError`` for rules that cannot be, ``RunError`` for a file that cannot be read.
  static func baseline(_ invocation: Invocation) throws -> RuleSet {
    try rules(invocation, file: .rules, settings: .set, onto: .handbook)
  }

  /// The rules of a rule file and settings upon others.
  ///
  /// - Parameters:
  ///   - invocation: The command line.
  ///   - file: The option that names a rule file.
  ///   - settings: The option that changes single values.
  ///   - base: What holds where both are silent.
  ///   - areFinal: Whether they must agree with each other already.
  /// - Returns: The rules.
  /// - Throws: ``UsageError`` for rules that cannot be, ``RunError`` for a file that cannot be read.
  static func rules(
    _ invocation: Invocation, file: Option, settings: Option, onto base: RuleSet,
    areFinal: Bool = true
  ) throws -> RuleSet {
    var rules = base
    if let path = invocation.value(file) { rules = try read(path, onto: base, for: file) }
    do throws(ParameterError) {
      if areFinal { return try rules.setting(invocation.values(settings)) }
      for text in invocation.values(settings) {
        guard let sign = text.firstIndex(of: "=") else { throw .notASetting(text: text) }
        let parameter = try Parameter(named: String(text[..<sign]))
        rules = try rules.setting(parameter, to: String(text[text.index(after: sign)...]))
      }
      return rules
    } catch {
      throw UsageError(invocation.has(settings) ? settings : file, error)
    }
  }

  private static func read(_ path: String, onto base: RuleSet, for option: Option) throws -> RuleSet
  {
    guard let bytes = try Paths.contents(of: path, limit: 1 << 20) else {
      throw RunError("cannot read \(path): there is no such file; check the path")
    }
    do {
      return try RuleSet.reading(try JSON(parsing: bytes), onto: base)
    } catch let error as JSONError {
      throw UsageError(
        "\(option.flag): \(path):\(error.line):\(error.column): \(error.message);"
          + " 'ogpstats rules --format json' prints a rule file")
    } catch {
      throw UsageError("\(option.flag): \(path): \(error)")
    }
  }
}
