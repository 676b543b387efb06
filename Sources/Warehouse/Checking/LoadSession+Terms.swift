extension LoadSession {
  /// Warns of members that no term of office is known of.
  mutating func checkTerms(
    place: (ReadTable, _ row: Int, _ column: Int) -> (line: Int, column: Int)
  ) {
    guard let terms = tables[.terms], terms.isComplete, var members = tables[.members],
      members.rowCount > 0
    else { return }
    var hasTerm = [Bool](repeating: false, count: members.rowCount)
    for member in terms["member_id"].words where member >= 0 { hasTerm[Int(member)] = true }
    let without = hasTerm.indices.filter { !hasTerm[$0] }
    if without.isEmpty { return }
    guard terms.isPresent else {
      members.add(
        .missingTerm, line: 0, column: 0,
        "the data has no table terms: no term of office is known of \(without.count) members")
      tables[.members] = members
      return
    }
    let ids = members["member_id"]
    let arena = TextArena(bytes: ids.bytes, ends: ids.ends)
    for (index, row) in without.enumerated() {
      guard index < DiagnosticLog.shownOfKind else {
        members.counts[.missingTerm, default: 0] += without.count - index
        break
      }
      let spot = place(members, row, 0)
      members.add(
        .missingTerm, row: row, line: spot.line, column: spot.column,
        "no term of office is known of \(Shown.text(arena[row]))")
    }
    tables[.members] = members
  }
}
