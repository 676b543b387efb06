import Warehouse

extension PlainDataset {
  /// The dataset's own codes, behind the built-in ones.
  mutating func takeCodes() {
    guard let table = tables["codes"] else { return }
    for (number, row) in table.rows.enumerated() where !row.isBad {
      guard let list = row.values["list"], let bytes = row.ids["code"] else { continue }
      let code = String(decoding: bytes, as: UTF8.self)
      if (codes[list]?.count ?? 0) >= 64 {
        report("too-many-codes", "codes", number, "code")
        continue
      }
      let texts = [("code", code)] + ["en", "es", "fr"].map { ($0, row.values[$0] ?? "") }
      let taken = texts.first { text in
        !text.1.isEmpty && names[list]?[PlainCells.folded(text.1)] != nil
      }
      if let taken {
        report("repeated-code", "codes", number, taken.0)
        continue
      }
      codes[list, default: []].append(code)
      for text in texts where !text.1.isEmpty {
        names[list, default: [:]][PlainCells.folded(text.1)] = code
      }
    }
  }

  /// The row that a cell refers to.
  private func row(_ table: String, _ row: Row, _ column: String) -> Int? {
    row.ids[column].flatMap { tables[table]?.byId[$0] }
  }

  /// The rules that take more than one cell.
  mutating func checkRows() {
    for (table, early, late, code) in [
      ("terms", "starts_on", "ends_on", "ends-before-start"),
      ("plans", "starts_on", "ends_on", "ends-before-start"),
      ("commitments", "starts_on", "ends_on", "ends-before-start"),
      ("milestones", "starts_on", "ends_on", "ends-before-start"),
      ("events", "on", "until", "until-before-on"),
    ] {
      for (number, row) in (tables[table]?.rows ?? []).enumerated() where !row.isRagged {
        if let first = row.values[early], let second = row.values[late], second < first {
          report(code, table, number, late)
        }
      }
    }
    for table in ["commitments", "meetings"] {
      for (number, row) in (tables[table]?.rows ?? []).enumerated() where !row.isRagged {
        guard let plan = self.row("plans", row, "plan_id"),
          let member = self.row("members", row, "member_id"),
          let listed = tables["plans"]?.rows[plan].lists["member_ids"]
        else { continue }
        if !listed.contains(where: { tables["members"]?.byId[$0] == member }) {
          report("member-not-of-plan", table, number, "member_id")
        }
      }
    }
    for (number, row) in (tables["tracker"]?.rows ?? []).enumerated() where !row.isRagged {
      guard let commitment = self.row("commitments", row, "commitment_id") else { continue }
      if let milestone = self.row("milestones", row, "milestone_id"),
        let other = tables["milestones"]?.rows[milestone],
        let owner = self.row("commitments", other, "commitment_id"), owner != commitment
      {
        report("milestone-of-another-commitment", "tracker", number, "milestone_id")
      }
      if let withdrawn = tables["commitments"]?.rows[commitment].values["withdrawn_on"],
        let day = row.values["reported_on"], day >= withdrawn
      {
        report("report-on-withdrawn", "tracker", number, "reported_on")
      }
    }
    for (number, row) in (tables["events"]?.rows ?? []).enumerated() where !row.isRagged {
      func isEmpty(_ column: String) -> Bool {
        PlainCells.isBlank(String(decoding: row.cells[column]?.text ?? [], as: UTF8.self))
      }
      if row.values["kind"] == "extension_granted", isEmpty("until") {
        report("extension-without-until", "events", number, "kind")
      }
      if row.values["kind"] == "requirement_met", isEmpty("requirement") {
        report("requirement-not-named", "events", number, "kind")
      }
    }
  }

  mutating func checkTerms() {
    guard let members = tables["members"], members.isComplete, !members.rows.isEmpty else { return }
    guard let terms = tables["terms"] else { return report("missing-term", "terms", 0, 0) }
    guard terms.isComplete, terms.columns.contains("member_id") else { return }
    let known = Set(terms.rows.compactMap { row("members", $0, "member_id") })
    for (number, row) in members.rows.enumerated()
    where !known.contains(number) && row.ids["member_id"] != nil && !row.isBad {
      report("missing-term", "members", number, "member_id")
    }
  }

  /// Everything the dataset holds, as ``DatasetText`` has it.
  var text: DatasetText {
    var texts: [TableName: DatasetText.Table] = [:]
    for name in TableName.allCases {
      let schema = PlainSchema.columns(of: name.rawValue)
      var rows: [[String]] = []
      for row in tables[name.rawValue]?.rows ?? [] {
        var cells = schema.map { column -> String in
          if let list = row.lists[column.name] {
            return list.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ";")
          }
          return row.ids[column.name].map { String(decoding: $0, as: UTF8.self) }
            ?? row.values[column.name] ?? ""
        }
        if name == .members, cells[7].isEmpty { cells[7] = String(cells[6].prefix(4)) }
        if name == .commitments, cells[4].isEmpty, let plan = self.row("plans", row, "plan_id") {
          cells[4] = tables["plans"]?.rows[plan].values["submitted_on"] ?? ""
        }
        rows.append(cells)
      }
      if name == .codes {
        rows = ["policy_area", "sector"].flatMap { list in rows.filter { $0[0] == list } }
      }
      texts[name] = DatasetText.Table(columns: schema.map(\.name), rows: rows)
    }
    return DatasetText(texts)
  }
}
