extension LoadSession {
  /// Warns of members that no term of office is known of.
  ///
  /// Nothing is said where not all members could be read, or of a row that is wrong itself.
  mutating func checkTerms(
    place: (ReadTable, _ row: Int, _ column: Int) -> (line: Int, column: Int)
  ) {
    guard var terms = tables[.terms], terms.isComplete, var members = tables[.members],
      members.isComplete, members.rowCount > 0
    else { return }
    let memberColumn = terms.schema.number(of: "member_id") ?? 0
    guard !terms.isPresent || terms.fileColumns[memberColumn] >= 0 else { return }
    guard terms.isPresent else {
      let count = members.rowCount == 1 ? "1 member" : "\(members.rowCount) members"
      terms.add(
        .missingTerm, line: 0, column: 0,
        "the data has no table terms: no term of office is known of \(count)")
      tables[.terms] = terms
      return
    }
    let ids = members.text("member_id")
    let idColumn = members.schema.number(of: "member_id") ?? 0
    var hasTerm = [Bool](repeating: false, count: members.rowCount)
    for member in terms["member_id"].words where member >= 0 { hasTerm[Int(member)] = true }
    for row in hasTerm.indices where !hasTerm[row] && !ids.isEmpty(row) {
      if members.badRows.contains(row) { continue }
      guard members.counts[.missingTerm, default: 0] < DiagnosticLog.shownOfKind else {
        members.count(.missingTerm)
        continue
      }
      let spot = place(members, row, idColumn)
      members.add(
        .missingTerm, row: row, line: spot.line, column: spot.column,
        "no term of office is known of \(Shown.text(ids[row]))")
    }
    tables[.members] = members
  }
}
