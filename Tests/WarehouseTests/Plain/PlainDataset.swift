import Warehouse

/// A second loader, written down from data.md and readings.md with strings and dictionaries: it says
/// what is wrong and where, and what the dataset holds.
struct PlainDataset {
  struct Row {
    /// Values as text, by column; ids as bytes in ``ids``.
    var values: [String: String] = [:]
    var ids: [String: [UInt8]] = [:]
    var lists: [String: [[UInt8]]] = [:]
    var cells: [String: PlainCSV.Cell] = [:]
    let line: Int
    var isRagged = false
    var isBad = false
  }

  struct Table {
    var columns: [String] = []
    var rows: [Row] = []
    /// Whether all its rows are known.
    var isComplete = true
    /// Rows by id; the first of those with the same one.
    var byId: [[UInt8]: Int] = [:]
  }

  private(set) var faults: [PlainFault] = []
  var tables: [String: Table] = [:]
  /// Codes by folded name, by list.
  var names: [String: [String: String]] = [:]
  /// The codes of each list in order.
  var codes: [String: [String]] = [:]

  init(_ files: [String: [UInt8]]) {
    for (list, entries) in PlainCells.taxonomy {
      codes[list] = entries.map(\.code)
      for entry in entries {
        for name in entry.names {
          let key = PlainCells.folded(name)
          if names[list, default: [:]][key] == nil { names[list, default: [:]][key] = entry.code }
        }
      }
    }
    for table in PlainSchema.order {
      if let bytes = files[table + ".csv"] {
        read(table, PlainCSV(bytes), bytes)
      } else if PlainSchema.required.contains(table) {
        report("missing-table", table, 0, 0)
        tables[table] = Table(isComplete: false)
      }
      if table == "codes" { takeCodes() }
    }
    checkRows()
    checkTerms()
    faults.sort()
  }

  mutating func report(_ code: String, _ table: String, _ line: Int, _ column: Int) {
    var fault = PlainFault(code, line, column)
    fault.file = table + ".csv"
    faults.append(fault)
  }

  mutating func report(_ code: String, _ table: String, _ row: Int, _ column: String) {
    guard let cell = tables[table]?.rows[row].cells[column] else { return }
    report(code, table, cell.line, cell.column)
    if !PlainDataset.warnings.contains(code) { tables[table]?.rows[row].isBad = true }
  }

  static let warnings: Set<String> = [
    "unknown-column", "stray-quote", "blank-lines", "mixed-line-ends", "many-codes",
    "report-on-withdrawn", "missing-term", "extension-without-until", "requirement-not-named",
  ]

  var hasErrors: Bool { faults.contains { !Self.warnings.contains($0.code) } }

  // MARK: - Reading

  private mutating func read(_ name: String, _ csv: PlainCSV, _ bytes: [UInt8]) {
    var table = Table()
    if Self.isOtherFormat(bytes) {
      report("not-csv", name, 1, 1)
      table.isComplete = false
      tables[name] = table
      return
    }
    if !bytes.contains(0x0A), csv.hasLoneReturn {
      report("lone-carriage-return", name, 1, 1)
      table.isComplete = false
      tables[name] = table
      return
    }
    for fault in csv.faults { report(fault.code, name, fault.line, fault.column) }
    table.isComplete = !csv.isBroken
    guard let header = csv.records.first else {
      if !csv.isBroken { report("missing-header", name, 1, 1) }
      table.isComplete = false
      tables[name] = table
      return
    }
    let schema = PlainSchema.columns(of: name)
    let columns = readHeader(name, header, schema, &table)
    tables[name] = table
    for record in csv.records.dropFirst() {
      var row = Row(line: record.line)
      row.isRagged = record.cells.count != header.cells.count
      for (column, index) in columns where index < record.cells.count {
        row.cells[column] = record.cells[index]
      }
      row.isBad = row.isRagged
      tables[name]?.rows.append(row)
      if row.isRagged {
        report(
          record.cells.count < header.cells.count ? "too-few-cells" : "too-many-cells", name,
          record.line, 1)
      }
      let number = (tables[name]?.rows.count ?? 0) - 1
      for column in schema where columns[column.name] != nil { read(name, number, column) }
    }
  }

  private mutating func readHeader(
    _ name: String, _ header: PlainCSV.Record, _ schema: [PlainSchema.Column], _ table: inout Table
  ) -> [String: Int] {
    var columns: [String: Int] = [:]
    var unknown: [PlainCSV.Cell] = []
    for (index, cell) in header.cells.enumerated() {
      let key = PlainCells.trimmed(String(decoding: cell.text, as: UTF8.self)).lowercased()
      if !schema.contains(where: { $0.name == key }) {
        unknown.append(cell)
      } else if columns[key] != nil {
        report("repeated-column", name, cell.line, cell.column)
      } else {
        columns[key] = index
      }
    }
    if columns.isEmpty {
      report("missing-header", name, header.line, 1)
      if schema.contains(where: { $0.type == "id" }) { table.isComplete = false }
      return [:]
    }
    for cell in unknown { report("unknown-column", name, cell.line, cell.column) }
    for column in schema where columns[column.name] == nil {
      if column.isRequired { report("missing-column", name, header.line, 1) }
      if column.type == "id" { table.isComplete = false }
    }
    table.columns = schema.map(\.name).filter { columns[$0] != nil }
    return columns
  }

  private mutating func read(_ table: String, _ row: Int, _ column: PlainSchema.Column) {
    guard let bytes = tables[table]?.rows[row].cells[column.name]?.text else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    // Of a row of another width, and of text that is not UTF-8, nothing more is said.
    let isQuiet =
      tables[table]?.rows[row].isRagged == true || bytes.contains(0)
      || String(validating: bytes, as: UTF8.self) == nil
    func isMute(_ code: String) -> Bool {
      code == "empty-cell" ? tables[table]?.rows[row].isRagged == true : isQuiet
    }
    var wrong: String?
    if PlainCells.isBlank(text) {
      wrong = column.isRequired ? "empty-cell" : nil
    } else if column.type == "id" {
      if PlainCells.isId(bytes) {
        tables[table]?.rows[row].ids[column.name] = bytes
        if table != "codes" {
          if tables[table]?.byId[bytes] == nil {
            tables[table]?.byId[bytes] = row
          } else {
            report("repeated-id", table, row, column.name)
          }
        }
      } else {
        wrong = "bad-id"
      }
    } else if let other = tables[column.type] {
      if other.byId[bytes] != nil || !other.isComplete {
        tables[table]?.rows[row].ids[column.name] = other.isComplete ? bytes : nil
      } else {
        wrong = "missing-row"
      }
    } else if PlainSchema.order.contains(column.type) {
      wrong = "missing-row"
    } else if column.type == "member-list" {
      wrong = readMembers(table, row, column.name, text)
    } else if column.type.hasSuffix("-list") {
      wrong = readList(table, row, column.name, String(column.type.dropLast(5)), text)
    } else {
      switch PlainCells.read(text, column.type, names: names) {
      case .missing: break
      case .value(let value): tables[table]?.rows[row].values[column.name] = value
      case .wrong(let code): wrong = code
      }
    }
    if let wrong, !isMute(wrong) { report(wrong, table, row, column.name) }
    // Many codes are no fault, but worth a word.
    if wrong == nil, column.type == "policy_area-list" || column.type == "sector-list",
      tables[table]?.rows[row].isRagged == false,
      (tables[table]?.rows[row].values[column.name]?.split(separator: ";").count ?? 0) > 2
    {
      report("many-codes", table, row, column.name)
    }
  }

  private mutating func readMembers(
    _ table: String, _ row: Int, _ column: String, _ text: String
  ) -> String? {
    let items = text.split(separator: ";", omittingEmptySubsequences: false)
      .map { Array(PlainCells.trimmed(String($0)).utf8) }
    if items.count > 4 { return "too-many-members" }
    let members = tables["members"] ?? Table(isComplete: false)
    var seen: Set<[UInt8]> = []
    for item in items {
      if item.isEmpty { return "empty-item" }
      if !seen.insert(item).inserted { return "repeated-member" }
      if members.isComplete, members.byId[item] == nil { return "missing-row" }
    }
    guard members.isComplete else { return nil }
    let rows = items.compactMap { members.byId[$0] }
    let countries = Set(rows.compactMap { members.rows[$0].values["country"] })
    let first = members.rows[rows[0]].values["country"]
    if countries.count > 1, first != nil { return "different-countries" }
    tables[table]?.rows[row].lists[column] = items
    return nil
  }

  private mutating func readList(
    _ table: String, _ row: Int, _ column: String, _ list: String, _ text: String
  ) -> String? {
    var found: Set<String> = []
    let isOpen = list == "policy_area" || list == "sector"
    let mayBeOwn = isOpen && tables["codes"]?.isComplete == false
    for item in text.split(separator: ";", omittingEmptySubsequences: false) {
      if PlainCells.isBlank(String(item)) { return "empty-item" }
      if let code = names[list]?[PlainCells.folded(String(item))] {
        found.insert(code)
      } else if !mayBeOwn {
        return "bad-code"
      }
    }
    tables[table]?.rows[row].values[column] = (codes[list] ?? []).filter(found.contains)
      .joined(separator: ";")
    return nil
  }

  private static func isOtherFormat(_ bytes: [UInt8]) -> Bool {
    let magics: [[UInt8]] = [
      Array("SQLite format 3\0".utf8), [0x1F, 0x8B], Array("PK\u{3}\u{4}".utf8),
      Array("PK\u{5}\u{6}".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      [0x28, 0xB5, 0x2F, 0xFD], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
      Array("%PDF-".utf8), [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF],
    ]
    if magics.contains(where: { bytes.starts(with: $0) }) { return true }
    let start = Array(bytes.prefix(8))
    guard start.count == 8 else { return false }
    let even = [0, 2, 4, 6].map { start[$0] == 0 }
    let odd = [1, 3, 5, 7].map { start[$0] == 0 }
    return even == [true, true, true, true] && odd == [false, false, false, false]
      || even == [false, false, false, false] && odd == [true, true, true, true]
  }
}
