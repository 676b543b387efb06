import Membership
import Metrics
import Warehouse

/// The handbook's limits that are overstepped, each plan and commitment as a warning (data.md).
///
/// It is the metric `handbook_checks` that judges; here its records get words. More than two policy
/// areas or sectors are told by the reader of the file already.
struct LimitWarnings {
  private let rules: RuleSet

  /// Warnings in the rules' words.
  init(_ rules: RuleSet) { self.rules = rules }

  /// A warning for each record that oversteps a limit.
  ///
  /// - Parameter trace: The trace of `handbook_checks`.
  /// - Returns: The first fifty of a kind in full.
  func log(of trace: ResultTable) -> DiagnosticLog {
    var log = DiagnosticLog()
    for row in trace.rows {
      guard row[1] == .word("count"), case .word(let check) = row[0],
        let message = message(check), case .text(let id) = row[3], case .text(let place) = row[6]
      else { continue }
      let parts = place.split(separator: ":")
      let file = parts.dropLast().joined(separator: ":")
      log.append(
        Diagnostic(
          code: Diagnostic.Code(rawValue: check.replacing("_", with: "-")), severity: .warning,
          place: Diagnostic.Place(
            file: file, line: parts.last.flatMap { Int($0) } ?? 0, column: 0),
          message: "\(id): \(message)"))
    }
    return log
  }

  private func message(_ check: String) -> String? {
    switch check {
    case "commitments_at_once":
      let limits = rules.maxCommitments.map(String.init).joined(separator: ", ")
      return "more commitments in force on one day than allowed;"
        + " max_commitments is \(limits) for plans of 1 to 4 members (§3.2, §3.4)"
    case "commitment_too_short":
      return "the commitment is shorter than \(rules.minCommitmentMonths) months"
        + " (min_commitment_months, §3.2.1.2)"
    case "commitment_outside_plan":
      return "the commitment has days outside its plan's (§3.2.1.2)"
    case "amended_too_late":
      return "the commitment is withdrawn more than \(rules.amendmentMonths) months after its"
        + " submission (amendment_months, §3.2.1.3)"
    case "plan_beyond_term":
      return "the plan ends less than \(rules.termMarginMonths) months before the end of the"
        + " administration's term, or after it (term_margin_months, §3.2)"
    case "too_few_co_creation_meetings":
      return "fewer than \(rules.coCreationMeetings) co-creation meetings with both sides"
        + " represented (co_creation_meetings, §3.3.1)"
    case "too_few_meetings_a_year":
      return "a full year of the plan with fewer than \(rules.meetingsPerYear) implementation"
        + " meetings with both sides represented (meetings_per_year, §3.3.1)"
    default: return nil
    }
  }
}
