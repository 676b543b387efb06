/// One edition on its way from labels to the tables of data.md.
struct IRMConversion {
  var source: IRMSource
  let countries: CountryList
  var account = ImportAccount()

  /// A plan of the edition.
  struct Plan {
    let country: String
    let number: String
    var year: Int
    var commitments = 0
    /// The line of its first row, for a plan without a year.
    let row: Int

    var start: Day { Day(unchecked: year, 7, 1) }
    var end: Day { Day(unchecked: year + 2, 6, 30) }
  }
  var plans: [String: Plan] = [:]
  /// Plan ids by their first row in the file; an empty id where the row has a fault.
  var planOrder: [String] = []
  var planOfRow: [String] = []
  var members: [(iso: String, name: String, region: String)] = []

  var commitments = CSVRows(header: DatasetPart.header(of: .commitments))
  var reviews = CSVRows(header: DatasetPart.header(of: .commitmentReviews))
  var completions = CSVRows(header: DatasetPart.header(of: .completionAssessments))

  init(_ source: IRMSource, _ countries: CountryList) {
    self.source = source
    self.countries = countries
    account.rowsRead = source.rows.count
    account.rowsPassedOver = source.rowsPassedOver
  }

  // MARK: - Plans

  /// Finds the countries and plans, each with its earliest year of submission.
  mutating func readPlans() {
    var unknown: Set<String> = []
    for row in source.rows.indices {
      let name = source.text(row, "country")
      let number = source.text(row, "action_plan_number")
      guard let country = countries[name] else {
        if unknown.insert(name).inserted {
          source.fault(
            row, "country", "unknown-country",
            "'\(name)' is not in the list of countries" + Self.hint(name, countries.names))
        }
        planOfRow.append("")
        continue
      }
      guard !number.isEmpty, !number.contains(";") else {
        source.fault(row, "action_plan_number", "bad-plan-number", "expected a plan's number")
        planOfRow.append("")
        continue
      }
      let id = "\(country.iso)-\(number)"
      planOfRow.append(id)
      if !members.contains(where: { $0.iso == country.iso }) {
        members.append((country.iso, country.name, country.region))
      }
      let year = year(row, "year_of_submission")
      if plans[id] == nil {
        planOrder.append(id)
        plans[id] = Plan(country: country.iso, number: number, year: year ?? 0, row: row)
      } else if let year, let known = plans[id]?.year {
        plans[id]?.year = known == 0 ? year : min(known, year)
      }
    }
    for id in planOrder {
      guard let plan = plans[id], plan.year == 0 else { continue }
      source.fault(
        plan.row, "year_of_submission", "missing-year",
        "no row of plan \(id) has a year of submission")
    }
  }

  /// A year, or nothing where it is missing; anything else is a fault.
  private mutating func year(_ row: Int, _ column: String) -> Int? {
    let text = source.text(row, column)
    if text.isEmpty || dropped(text, column) { return nil }
    guard text.utf8.count == 4, let year = Int(text), (1900...2190).contains(year) else {
      source.fault(row, column, "bad-year", "'\(text)' is not a year; expected four digits")
      return nil
    }
    return year
  }

  /// Whether a value is ND, NR or NA; counts it.
  private mutating func dropped(_ text: String, _ column: String) -> Bool {
    guard let missing = IRMVocabulary.Missing(rawValue: IRMVocabulary.label(text)) else {
      return false
    }
    drop(missing.rawValue.uppercased(), column)
    return true
  }

  private mutating func drop(_ reason: String, _ column: String) {
    account.dropped[ImportAccount.Drop(column: column, reason: reason), default: 0] += 1
  }

  // MARK: - Commitments

  /// Reads every row: the commitment, its review and its assessments.
  mutating func readCommitments() {
    var ids: Set<String> = []
    var places: [String: Int] = [:]
    for row in source.rows.indices {
      let planId = planOfRow[row]
      guard var plan = plans[planId], plan.year > 0 else { continue }
      plan.commitments += 1
      plans[planId] = plan
      var id = source.text(row, "row_id")
      if id.isEmpty { id = "\(planId)-\(plan.commitments)" }
      if id.utf8.count > 128 || id.contains(";") {
        source.fault(row, "row_id", "bad-id", "'\(id)' cannot be an id")
      }
      if !ids.insert(id).inserted {
        source.fault(row, "row_id", "duplicate-id", "the id '\(id)' stands twice")
      }
      noteRepeat(row, plan, &places)
      noteContradictions(row, id)
      readCommitment(row, id, planId, plan)
    }
    account.repeats.removeAll { $0.lines.count < 2 }
  }

  private mutating func readCommitment(_ row: Int, _ id: String, _ planId: String, _ plan: Plan) {
    let progressYear = year(row, "report_publication_year_progress_report")
    let finalYear = year(row, "report_publication_year_end_of_term")
    let progressDay = progressYear.map { Day(unchecked: $0, 12, 31) } ?? plan.end
    let finalDay = finalYear.map { Day(unchecked: $0, 12, 31) } ?? plan.end
    let progress = completion(row, "completion_progress_report")
    let final = completion(row, "completion_end_of_term")
    var withdrawn: Day?
    if final == .withdrawn { withdrawn = finalDay }
    if progress == .withdrawn { withdrawn = min(progressDay, withdrawn ?? progressDay) }

    var values: [String] = []
    for (column, value) in IRMVocabulary.values where isTicked(row, column) {
      values.append(value.code)
    }
    let areas = tags(row, IRMVocabulary.policyAreas)
    let sectors = tags(row, IRMVocabulary.sectors)
    commitments.append([
      id, planId, "", "", "", plan.start.description, plan.end.description,
      withdrawn?.description ?? "", (areas.isEmpty ? ["other"] : areas).joined(separator: ";"),
      (sectors.isEmpty ? ["other"] : sectors).joined(separator: ";"),
      values.joined(separator: ";"), "", "", "",
    ])
    review(row, id, on: progressDay)
    if case .level(let level) = progress {
      completions.append([id, progressDay.description, level.code, "", "", "", ""])
    }
    let results = earlyResults(row)
    if case .level(let level) = final {
      completions.append([id, finalDay.description, level.code, results?.code ?? "", "", "", ""])
    }
  }

  private mutating func review(_ row: Int, _ id: String, on day: Day) {
    let specificity = label(row, "specificity", IRMVocabulary.specificity)
    let impact = label(row, "potential_impact", IRMVocabulary.potentialImpact)
    var impactCode = ""
    switch impact {
    case .level(let level): impactCode = level.code
    case .unclear: drop("unclear", "potential_impact")
    case nil: break
    }
    let verifiable = specificity.map { $0 >= .medium ? "yes" : "no" } ?? ""
    let relevant = relevance(row)
    let cells = [relevant, verifiable, specificity?.code ?? "", impactCode]
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    reviews.append([id, day.description] + cells)
  }

  private mutating func relevance(_ row: Int) -> String {
    for column in ["code_relevant", "relevant"] where source.has(column) {
      let text = source.text(row, column)
      if text.isEmpty || dropped(text, column) { return "" }
      switch text {
      case "1": return "yes"
      case "0": return "no"
      default:
        unknown(row, column, text, ["1", "0", "NR"])
        return ""
      }
    }
    // Technology alone does not make a commitment relevant.
    let columns = IRMVocabulary.values.prefix(3).map(\.column)
    let cells = columns.map { source.text(row, $0) }
    if cells.contains("1") { return "yes" }
    return cells.contains("0") ? "no" : ""
  }

  private mutating func completion(
    _ row: Int, _ column: String
  ) -> IRMVocabulary.CompletionLabel? {
    let found = label(row, column, IRMVocabulary.completion)
    if found == .level(.noEvidence) { drop("unclear (no_evidence)", column) }
    return found
  }

  private mutating func earlyResults(_ row: Int) -> EarlyResults? {
    label(row, "did_it_open_government_end_of_term_only", IRMVocabulary.earlyResults)
  }

  // MARK: - Cells

  /// What a label stands for; nothing where it is missing.
  ///
  /// An unknown label is a fault.
  private mutating func label<Meaning>(
    _ row: Int, _ column: String, _ known: [String: Meaning]
  ) -> Meaning? {
    let text = source.text(row, column)
    if text.isEmpty || dropped(text, column) { return nil }
    if let meaning = known[IRMVocabulary.label(text)] { return meaning }
    unknown(row, column, text, known.keys.sorted())
    return nil
  }

  private mutating func isTicked(_ row: Int, _ column: String) -> Bool {
    let text = source.text(row, column)
    if text.isEmpty || text == "0" { return false }
    if text == "1" { return true }
    if dropped(text, column) { return false }
    unknown(row, column, text, ["1", "0", "NR", "ND", "NA"])
    return false
  }

  private mutating func tags(_ row: Int, _ tags: [IRMVocabulary.Tag]) -> [String] {
    tags.filter { isTicked(row, $0.column) }.map(\.code)
  }

  private mutating func unknown(
    _ row: Int, _ column: String, _ text: String, _ known: [String]
  ) {
    source.fault(
      row, column, "unknown-label",
      "'\(text)' is no label of \(column); expected one of \(known.joined(separator: ", "))"
        + Self.hint(IRMVocabulary.label(text), known))
  }

  /// The nearest known text, where one is near.
  private static func hint(_ text: String, _ known: [String]) -> String {
    let wanted = Array(text.unicodeScalars)
    var best: (distance: Int, text: String)?
    for candidate in known {
      let distance = distance(wanted, Array(candidate.unicodeScalars))
      if distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    guard let best, best.distance <= max(2, wanted.count / 3) else { return "" }
    return "; did you mean '\(best.text)'?"
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (index, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let changed = diagonal + (right[column] == scalar ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
