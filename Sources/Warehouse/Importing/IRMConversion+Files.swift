extension IRMConversion {
  /// The dataset's files and the account.
  mutating func finish() throws(ImportError) -> (
    files: [(name: String, bytes: [UInt8])], account: ImportAccount
  ) {
    guard source.faults.isEmpty else { throw ImportError(source.faults) }
    var memberRows = CSVRows(header: DatasetPart.header(of: .members))
    for member in members {
      let years = planOrder.compactMap { plans[$0] }.filter { $0.country == member.iso }.map(\.year)
      let joined = Day(unchecked: years.min() ?? 1900, 1, 1)
      memberRows.append([
        member.iso, member.name, member.iso, member.region, Kind.national.code, "",
        joined.description, "", "",
      ])
    }
    var planRows = CSVRows(header: DatasetPart.header(of: .plans))
    for id in planOrder {
      guard let plan = plans[id] else { continue }
      planRows.append([
        id, plan.country, plan.start.description, plan.start.description, plan.end.description,
        "", "",
      ])
    }
    var codeRows = CSVRows(header: DatasetPart.header(of: .codes))
    for (list, tags) in [
      ("policy_area", IRMVocabulary.policyAreas), ("sector", IRMVocabulary.sectors),
    ] {
      for tag in tags where source.has(tag.column) {
        if let labels = tag.labels { codeRows.append([list, tag.code] + labels) }
      }
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for (table, rows) in [
      (TableName.members, memberRows), (.plans, planRows), (.commitments, commitments),
      (.commitmentReviews, reviews), (.completionAssessments, completions), (.codes, codeRows),
    ] {
      files.append((table.rawValue + ".csv", rows.bytes))
      account.rowsWritten[table] = rows.count
    }
    files.append(("dataset.json", Array(about.utf8)))
    files.append(("README.md", Array(readme.utf8)))
    return (files, account)
  }

  private var period: String {
    let years = plans.values.map(\.year)
    guard let first = years.min(), let last = years.max() else { return "" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  private var about: String {
    let text = JSON.object([
      JSON.Member("title", .string("IRM commitments, action plans submitted \(period)")),
      JSON.Member(
        "source",
        .string(
          "Open Government Partnership, Independent Reporting Mechanism: commitments database")),
      JSON.Member("licence", "CC BY 4.0"),
      JSON.Member("synthetic", false),
    ]).pretty
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  private var readme: String {
    """
    # Commitments assessed by the IRM, action plans submitted \(period)

    Source: Open Government Partnership (OGP), Independent Reporting Mechanism, commitments
    database, as published behind the OGP Explorer. OGP publishes its data under the Creative
    Commons Attribution 4.0 International licence (CC BY 4.0,
    https://creativecommons.org/licenses/by/4.0/); whoever uses this dataset names the Open
    Government Partnership as its source. Changes: `ogpstats import irm` turned the published table
    into the tables of this folder.

    \(members.count) members, \(planOrder.count) plans, \(commitments.count) commitments, \
    \(completions.count) assessments of completion.

    - The edition gives years only: a plan begins on 1 July of the year of its submission and ends
      two years later less a day; an assessment stands on 31 December of its report's year.
    - Labels were taken, never numeric codes, where the two contradict each other.
    - "Unclear" completion is `no_evidence`; ND (not in use), NR (not reviewed) and NA (not
      applicable) are missing.
    - Tags of the edition that are no policy area or sector of the handbook are in `codes.csv`.

    """
  }
}
