package import Membership
package import Metrics
package import Warehouse

/// What a folder's `report.json` says: enough to make the folder again.
package struct RecordedReport: Sendable {
  /// A file of the folder.
  package struct File: Sendable {
    /// Its path inside the folder.
    package let path: String
    /// Its SHA-256.
    package let sha256: String
  }

  /// `report` or `dashboard`.
  package let kind: String
  /// The version of the program that wrote it.
  package let version: String
  /// The day whose knowledge counted.
  package let asOf: Day
  /// The period; open where the record names none.
  package let window: Window
  /// The rules.
  package let schedule: RuleSchedule
  /// Languages, reform, flavour and what the command line said.
  package let options: PageOptions
  /// The files that were read: name and SHA-256.
  package let inputs: [File]
  /// The files that were written.
  package let files: [File]
  /// Whether rows were left out.
  package let leftRowsOut: Bool

  /// The value of an option of the command line that is recorded.
  ///
  /// - Parameter name: The option's name without dashes.
  /// - Returns: Its value as written, or nothing.
  package func option(_ name: String) -> String? {
    options.recorded.first { $0.name == name }?.value
  }

  /// Why a record cannot be used.
  package struct Refusal: Error, CustomStringConvertible {
    /// What is missing or wrong.
    package let description: String
  }

  /// Reads a record.
  ///
  /// - Parameter json: The file's value.
  /// - Throws: ``Refusal`` that names the first member that is missing or wrong.
  package init(_ json: JSON) throws(Refusal) {
    func text(_ name: String) throws(Refusal) -> String {
      guard let text = json[name]?.text else { throw Self.lacks(name) }
      return text
    }
    kind = try text("kind")
    version = try text("version")
    guard let asOf = Day(iso: try text("as_of")) else { throw Self.lacks("as_of") }
    self.asOf = asOf
    window = try Self.window(json["window"])
    schedule = try Self.schedule(json)
    inputs = try Self.files(json["inputs"], name: "name")
    files = try Self.files(json["files"], name: "path")
    if case .object(let members)? = json["rejected_rows"] {
      leftRowsOut = !members.isEmpty
    } else {
      leftRowsOut = false
    }
    options = try Self.options(json, version: version, baseline: schedule)
  }

  private static func lacks(_ name: String) -> Refusal {
    Refusal(
      description: "'\(name)' is missing or wrong; expected the report.json of a folder that"
        + " ogpstats wrote")
  }

  private static func window(_ json: JSON?) throws(Refusal) -> Window {
    let from = json?["from"]?.text.flatMap { Day(iso: $0) }
    let to = json?["to"]?.text.flatMap { Day(iso: $0) }
    do throws(MetricError) { return try Window(from: from, to: to) } catch {
      throw lacks("window")
    }
  }

  private static func rules(
    _ json: JSON?, _ name: String, onto base: RuleSet = .handbook
  ) throws(Refusal) -> RuleSet {
    guard let json else { throw lacks(name) }
    do throws(ParameterError) { return try RuleSet.reading(json, onto: base).validated() } catch {
      throw Refusal(description: "'\(name)': \(error.description)")
    }
  }

  private static func schedule(_ json: JSON) throws(Refusal) -> RuleSchedule {
    let baseline = try rules(json["rules"], "rules")
    guard let later = json["later_rules"] else { return RuleSchedule(baseline) }
    return RuleSchedule(
      baseline: baseline, reform: try rules(later, "later_rules"),
      effective: json["rules_from"]?.text.flatMap { Day(iso: $0) })
  }

  private static func files(_ json: JSON?, name: String) throws(Refusal) -> [File] {
    guard case .array(let items)? = json else { throw lacks(name == "path" ? "files" : "inputs") }
    var files: [File] = []
    for item in items {
      guard let path = item[name]?.text else { throw lacks("files") }
      files.append(File(path: path, sha256: item["sha256"]?.text ?? ""))
    }
    return files
  }

  private static func options(
    _ json: JSON, version: String, baseline: RuleSchedule
  ) throws(Refusal) -> PageOptions {
    var options = PageOptions(version: version)
    if case .array(let items)? = json["languages"] {
      options.languages = items.compactMap { $0.text.flatMap { Language(rawValue: $0) } }
    }
    if case .number(let digits)? = json["min_cell"], let number = Int(digits) {
      options.minCell = number
    }
    if case .array(let items)? = json["options"] {
      options.recorded = items.compactMap { item in
        guard let name = item["name"]?.text, let value = item["value"]?.text else { return nil }
        return (name, value)
      }
    }
    if let reform = json["reform"] {
      options.reform = RuleSchedule(
        baseline: baseline.baseline, reform: try rules(reform, "reform"),
        effective: json["reform_from"]?.text.flatMap { Day(iso: $0) })
    }
    return options
  }
}
