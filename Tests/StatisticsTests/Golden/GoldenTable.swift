/// Numbers of another program, one row a line, with named columns.
struct GoldenTable: Sendable {
  struct Row: Sendable, CustomStringConvertible {
    fileprivate let columns: [Substring]
    fileprivate let cells: [Substring]

    /// The number in a column, not a number if there is no such column.
    subscript(name: String) -> Double {
      columns.firstIndex { $0 == name }.flatMap { Double(cells[$0]) } ?? .nan
    }

    func int(_ name: String) -> Int { Int(self[name]) }

    func word(_ name: String) -> UInt64? {
      columns.firstIndex { $0 == name }.flatMap { UInt64(cells[$0]) }
    }

    var description: String { cells.joined(separator: " ") }
  }

  let rows: [Row]

  init(_ columns: String, _ text: String) {
    let names = columns.split(separator: " ")
    rows = text.split(separator: "\n").map { Row(columns: names, cells: $0.split(separator: " ")) }
  }
}
