import Warehouse

/// SplitMix64: the same drafts on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &self) == 0 }

  mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &self) }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[upTo(items.count - 1)] }
}

/// A dataset as someone might write it: well or badly, in any of the ways that data.md allows.
struct DatasetDraft {
  struct Table {
    /// The columns' names in data.md, or others.
    var columns: [String]
    var rows: [[String]] = []
    var separator = ","
    var lineEnd = "\n"
    var hasMark = false
    var endsLastLine = true
    /// Names of columns in capitals.
    var shouts = false
    /// Every cell in quotes.
    var quotesAll = false
  }

  /// A change of some bytes of a file, after it is written.
  struct Scratch {
    let table: String
    /// Where, in thousandths of the file.
    let place: Int
    /// What is put there.
    let bytes: [UInt8]
    /// How many bytes are taken out.
    let cut: Int
  }

  var tables: [String: Table] = [:]
  var scratches: [Scratch] = []

  /// The files, by name.
  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (name, table) in tables {
      var bytes: [UInt8] = table.hasMark ? [0xEF, 0xBB, 0xBF] : []
      let header = table.columns.map { table.shouts ? $0.uppercased() : $0 }
      for (number, row) in ([header] + table.rows).enumerated() {
        if number > 0 { bytes += table.lineEnd.utf8 }
        bytes += Self.line(row, table).utf8
      }
      if table.endsLastLine { bytes += table.lineEnd.utf8 }
      for scratch in scratches where scratch.table == name {
        let place = min(bytes.count, bytes.count * scratch.place / 1000)
        bytes.replaceSubrange(place..<min(bytes.count, place + scratch.cut), with: scratch.bytes)
      }
      files[name + ".csv"] = bytes
    }
    return files
  }

  private static func line(_ row: [String], _ table: Table) -> String {
    let cells = row.map { cell -> String in
      let needsQuotes =
        table.quotesAll
        || cell.utf8.contains { [0x22, 0x0A, 0x0D].contains($0) }
        || cell.contains(table.separator)
      if !needsQuotes { return cell }
      let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
      return "\"" + doubled + "\""
    }
    return cells.joined(separator: table.separator)
  }
}

extension DatasetDraft: CustomStringConvertible {
  var description: String {
    files.sorted { $0.key < $1.key }.map { name, bytes in
      "\(name) (\(bytes.count) bytes):\n"
        + String(decoding: bytes, as: UTF8.self).debugDescription
    }.joined(separator: "\n")
  }

  /// Smaller drafts, one step away.
  var simpler: [DatasetDraft] {
    var drafts: [DatasetDraft] = []
    func add(_ change: (inout DatasetDraft) -> Void) {
      var draft = self
      change(&draft)
      drafts.append(draft)
    }
    for index in scratches.indices { add { $0.scratches.remove(at: index) } }
    for name in tables.keys.sorted() {
      guard let table = tables[name] else { continue }
      add { $0.tables[name] = nil }
      if table.rows.count > 3 {
        add { $0.tables[name]?.rows.removeFirst(table.rows.count / 2) }
        add { $0.tables[name]?.rows.removeLast(table.rows.count / 2) }
      }
      for row in table.rows.indices { add { $0.tables[name]?.rows.remove(at: row) } }
      for column in table.columns.indices where table.columns.count > 1 {
        add { draft in
          draft.tables[name]?.columns.remove(at: column)
          for row in table.rows.indices where column < table.rows[row].count {
            draft.tables[name]?.rows[row].remove(at: column)
          }
        }
      }
      if table.separator != "," { add { $0.tables[name]?.separator = "," } }
      if table.lineEnd != "\n" { add { $0.tables[name]?.lineEnd = "\n" } }
      if table.hasMark { add { $0.tables[name]?.hasMark = false } }
      if !table.endsLastLine { add { $0.tables[name]?.endsLastLine = true } }
      if table.shouts { add { $0.tables[name]?.shouts = false } }
      if table.quotesAll { add { $0.tables[name]?.quotesAll = false } }
      for row in table.rows.indices {
        for (column, cell) in table.rows[row].enumerated() where !cell.isEmpty {
          add { $0.tables[name]?.rows[row][column] = "" }
          if cell.unicodeScalars.count > 2 {
            add { $0.tables[name]?.rows[row][column] = String(cell.dropLast()) }
          }
        }
      }
    }
    return drafts
  }

  /// The simplest draft that can be found of which a property still does not hold.
  func shrunk(while fails: (DatasetDraft) -> Bool) -> DatasetDraft {
    var draft = self
    var tries = 0
    search: while tries < 3000 {
      for candidate in draft.simpler {
        tries += 1
        if fails(candidate) {
          draft = candidate
          continue search
        }
      }
      break
    }
    return draft
  }
}
