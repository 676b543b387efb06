import Statistics

/// The synthetic event history behind the survival numbers: 14 subjects between the states
/// A, I, P and R, observed over the times 0 to 10.
enum EventHistory {
  struct Spell {
    let id: Int
    let start: Int
    let end: Int
    let from: String
    let to: String

    var duration: Int { end - start }
    var ended: Bool { to != "cens" }
  }

  static let spells: [Spell] = rows.split(separator: ";").map { row in
    let cells = row.split(separator: ",").map(String.init)
    return Spell(
      id: Int(cells[0]) ?? -1, start: Int(cells[1]) ?? -1, end: Int(cells[2]) ?? -1,
      from: cells[3], to: cells[4])
  }

  /// The spells in a state as lives on their own clock.
  static func lives(in state: String, where kept: (Spell) -> Bool = { _ in true }) -> [Life] {
    spells.filter { $0.from == state && kept($0) }
      .map { Life(lasted: $0.duration, ended: $0.ended) }
  }

  /// All spells as stays in the states A, I, P, R with the numbers 0 to 3.
  static let stays: [MultiStateTable.Stay] = spells.map { spell in
    MultiStateTable.Stay(
      in: number(spell.from) ?? 0, after: spell.start, until: spell.end, next: number(spell.to))
  }

  static func number(_ state: String) -> Int? { ["A", "I", "P", "R"].firstIndex(of: state) }

  private static let rows =
    "0,2,4,A,I;0,4,5,I,A;0,5,6,A,I;0,6,9,I,A;0,9,10,A,cens;1,0,2,A,I;1,2,8,I,cens;2,0,7,A,I;"
    + "2,7,8,I,cens;3,1,7,A,I;3,7,8,I,A;3,8,10,A,I;4,1,3,A,I;4,3,5,I,P;4,5,7,P,R;5,0,2,A,I;"
    + "5,2,4,I,P;5,4,6,P,A;5,6,8,A,I;5,8,9,I,A;6,0,2,A,I;6,2,3,I,P;6,3,4,P,A;6,4,8,A,I;6,8,9,I,A;"
    + "6,9,10,A,cens;7,2,3,A,I;7,3,4,I,P;7,4,8,P,R;8,0,1,A,I;8,1,2,I,P;8,2,3,P,R;9,0,2,A,I;"
    + "9,2,5,I,A;9,5,9,A,cens;10,1,9,A,I;10,9,10,I,cens;11,0,3,A,I;11,3,4,I,P;11,4,5,P,A;"
    + "11,5,7,A,I;11,7,8,I,P;11,8,9,P,A;11,9,10,A,I;12,2,6,A,I;12,6,7,I,A;12,7,8,A,I;13,1,2,A,I;"
    + "13,2,4,I,A;13,4,6,A,I;13,6,7,I,A;13,7,10,A,I"
}
