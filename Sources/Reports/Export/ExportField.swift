import Warehouse

/// A column of an exported table: what its cells hold, and why one may be empty.
package struct ExportField: Sendable {
  /// What cells hold.
  package enum Kind: Hashable, Sendable {
    /// An id.
    case id
    /// Text of the data.
    case text
    /// A code of a list.
    case code(ListName)
    /// Codes of a list joined by `;`.
    case codes(ListName)
    /// A word of the program's own, such as a level, that no one list holds.
    case word
    /// Several such words joined by `;`.
    case words
    /// A day.
    case day
    /// `true` or `false`; 1 or 0 in SQLite.
    case flag
    /// A whole number.
    case count
    /// A number with six decimals.
    case number
  }

  /// Why a cell may be empty.
  package enum Missing: String, CaseIterable, Sendable {
    /// The data does not say.
    case notGiven = "not given in the data"
    /// It has not happened by the as-of day.
    case notYet = "has not happened by the as-of day"
    /// It cannot be said of this row.
    case notApplicable = "does not apply to this row"
    /// There is nothing to compute it from.
    case undefined = "not defined: the total is 0, or the curve does not reach it"
    /// The row is not known yet.
    case unknownMember = "the member has not joined by the as-of day"
  }

  /// The column's name.
  package let name: String
  /// What its cells hold.
  package let kind: Kind
  /// Why a cell may be empty; nothing where none may.
  package let missing: Missing?
  /// What it says, where the name does not: a phrase without a full stop.
  package let note: String

  /// A column.
  init(_ name: String, _ kind: Kind, missing: Missing? = nil, _ note: String = "") {
    self.name = name
    self.kind = kind
    self.missing = missing
    self.note = note
  }
}

/// A list of codes that `labels.csv` names.
package enum ListName: String, CaseIterable, Sendable {
  case region, kind
  case monitoringBody = "monitoring_body"
  case resourcesSecured = "resources_secured"
  case trackerStatus = "tracker_status"
  case phase, specificity
  case potentialImpact = "potential_impact"
  case completion
  case earlyResults = "early_results"
  case event, requirement, practice, status
  case policyArea = "policy_area"
  case sector, value
  case reason
  case populationBand = "population_band"
  case planType = "plan_type"
  case scope, verifiable, obligation, outcome, star, metric, dimension

  /// Whether the order of the codes means more or less of something.
  var isOrdered: Bool {
    switch self {
    case .specificity, .potentialImpact, .completion, .earlyResults, .populationBand: true
    default: false
    }
  }
}
