import Warehouse

extension DatasetDraft {
  /// A small dataset.
  ///
  /// - Parameters:
  ///   - seed: What its random numbers start from.
  ///   - junk: Of so many cells one is wrong; 0: none.
  ///   - scratches: How many changes are made to the files' bytes at most.
  init(seed: UInt64, junk: Int, scratches: Int = 0) {
    var random = SeededGenerator(seed: seed)
    var writer = DraftWriter(random: random, junk: junk)
    for table in PlainSchema.order {
      let isRequired = PlainSchema.required.contains(table)
      guard isRequired || !random.chance(3), junk == 0 || !random.chance(60) else { continue }
      tables[table] = writer.table(table)
    }
    let names = tables.keys.sorted()
    for _ in 0..<random.upTo(scratches) {
      self.scratches.append(
        Scratch(
          table: random.pick(names), place: random.upTo(1000),
          bytes: random.pick(DraftWriter.odd), cut: random.pick([0, 0, 1, 1, 2, 5, 40])))
    }
  }
}

/// Writes the tables of a draft, each cell in one of the ways that data.md allows, now and then
/// wrongly.
struct DraftWriter {
  var random: SeededGenerator
  let junk: Int
  private var ids: [String: [String]] = [:]
  private var country: [String: String] = [:]
  private var planMembers: [String: [String]] = [:]
  private var milestones: [String: [String]] = [:]
  private var ownCodes: [String: [String]] = [:]

  init(random: SeededGenerator, junk: Int) {
    self.random = random
    self.junk = junk
  }

  /// Bytes that a file of text may not hold, or where they change what it says.
  static let odd: [[UInt8]] = [
    [], [0x22], [0x22], [0x2C], [0x3B], [0x09], [0x0A], [0x0D], [0x0D, 0x0A], [0x0A, 0x0A],
    [0x0D, 0x0D, 0x0A], [0], [0xFF], [0xC3], [0xA9], [0xC3, 0xA9], [0xE2, 0x82],
    [0xED, 0xA0, 0x80],
    [0xF0, 0x9F, 0x8F, 0xB0], [0xEF, 0xBB, 0xBF], [0x22, 0x22], [0x22, 0x2C, 0x22], [0x20],
    Array(",,".utf8), Array("\n\"".utf8), Array("\"\n".utf8), Array("2021-02-30".utf8),
  ]

  private static let junkCells = [
    "", " ", "x", "0", "-1", "1.0", "2021-02-30", "2021-2-3", "2200-01-01", "13/2021", "m1", "m9",
    "p1", "p77", "c1;c2", "m1;m1", "m1;m2;m3;m4;m5", ";", "a;;b", "ms1 ", " m1", "yes;no", "Ja",
    "nonne", "maybe", "in-progress", "open data", "otro;otra", "MX", "XYZ", "mex", "é", "\u{301}",
    "\u{A0}", "\"", "a\"b", "a\nb", "99999999999999999999", "tab\there", "\u{85}", "\u{FEFF}", "…",
    "2021-01-01 ", "\u{A0}2021-01-01", "01/2021", "2021-13", "12345678901", "65534", "Finished;",
  ]

  mutating func table(_ name: String) -> DatasetDraft.Table {
    var columns = PlainSchema.columns(of: name).filter { $0.isRequired || !random.chance(3) }
    if random.chance(3) { columns.shuffle(using: &random) }
    var table = DatasetDraft.Table(columns: columns.map(\.name))
    table.separator = random.pick([",", ",", ",", ";", "\t"])
    table.lineEnd = random.pick(["\n", "\n", "\r\n"])
    table.hasMark = random.chance(5)
    table.endsLastLine = !random.chance(4)
    table.shouts = random.chance(5)
    table.quotesAll = random.chance(6)
    if random.chance(12) {
      table.columns.append(random.pick(["notes", "", " x ", "planid", "status2"]))
    }
    if junk > 0, random.chance(junk) {
      let index = random.upTo(table.columns.count - 1)
      table.columns[index] = random.pick(["", "nothing", table.columns[0], " Name "])
    }
    let most = ["members": 5, "codes": 4, "milestones": 8, "tracker": 12][name] ?? 6
    let needs = columns.filter(\.isRequired).map { $0.type == "member-list" ? "members" : $0.type }
    let isPossible = needs.allSatisfy { !Self.referred.contains($0) || ids[$0] != nil }
    for _ in 0..<(isPossible ? random.upTo(most) : 0) {
      var cells: [String: String] = [:]
      // Cells that must fit others come after them.
      for column in columns.sorted(by: { Self.rank($0) < Self.rank($1) }) {
        cells[column.name] = cell(name, column, besides: cells)
      }
      remember(name, cells)
      var row = columns.map { cells[$0.name] ?? "" }
      if table.columns.count > columns.count { row.append(random.pick(["", "note"])) }
      if junk > 0, random.chance(junk) { row.removeLast() }
      if junk > 0, random.chance(junk * 2) { row.append("more") }
      // A line with nothing on it would be none.
      if row.allSatisfy(\.isEmpty), row.count < 2 { continue }
      table.rows.append(row)
    }
    return table
  }

  private static let referred = ["members", "plans", "commitments", "milestones"]

  private static func rank(_ column: PlainSchema.Column) -> Int {
    switch column.name {
    case "plan_id", "commitment_id", "list": 0
    case "member_id", "milestone_id": 2
    default: 1
    }
  }

  /// Keeps what later cells must fit.
  private mutating func remember(_ table: String, _ cells: [String: String]) {
    let id = cells[["members": "member_id", "plans": "plan_id"][table] ?? "milestone_id"] ?? ""
    switch table {
    case "members": country[id] = PlainCells.trimmed(cells["country"] ?? "").uppercased()
    case "plans":
      planMembers[id] = (cells["member_ids"] ?? "").split(separator: ";").map {
        PlainCells.trimmed(String($0))
      }
    case "milestones": milestones[cells["commitment_id"] ?? "", default: []].append(id)
    case "codes":
      let list = PlainCells.folded(cells["list"] ?? "")
      if let code = cells["code"] { ownCodes[list, default: []].append(code) }
    default: break
    }
  }

  private mutating func cell(
    _ table: String, _ column: PlainSchema.Column, besides cells: [String: String]
  ) -> String {
    if junk > 0, random.chance(junk) { return random.pick(Self.junkCells) }
    if !column.isRequired, random.chance(3) { return random.chance(5) ? "  " : "" }
    switch column.type {
    case "id": return id(table)
    case "member-list":
      let first = random.pick(ids["members"] ?? ["m1"])
      let others = (ids["members"] ?? []).filter { $0 != first && country[$0] == country[first] }
      return ([first] + others.prefix(random.chance(3) ? random.upTo(3) : 0))
        .joined(separator: random.pick([";", " ; "]))
    case "text":
      if table == "codes" { return "Own \(column.name) \(ids[table]?.count ?? 0)" }
      return random.pick(["Open data", "Añadir, \"todo\"", "a\nb", "x", "日本", " s "])
    case "date", "first-of-month", "last-of-month":
      let day = day(isLate: ["ends_on", "until"].contains(column.name))
      let month = "\(day.dropFirst(5).prefix(2))/\(day.prefix(4))"
      return spaced(
        column.type == "date" ? day : random.pick([day, day, String(day.prefix(7)), month]))
    case "yes-no", "practice":
      let words = ["yes", "no", "Sí", "si", "OUI", "non", "true", "False", "1", "0", "s\u{ED}"]
      return spaced(
        random.pick(column.type == "practice" ? words + ["partially", "Parcial"] : words))
    case "country": return spaced(random.chance(5) ? "bel" : random.pick(["MEX", "mex", "Mex"]))
    case "number":
      return spaced(
        random.pick(["0", "3", "0012", "65533", "65534", "65535", "65536", "9223372036854775807"]))
    case "list": return spaced(random.pick(["policy_area", "sector", "SECTOR"]))
    case let type where type.hasSuffix("-list"):
      return list(String(type.dropLast(5)))
    case let type where Self.referred.contains(type):
      return reference(type, besides: cells)
    case let type: return spaced(word(of: type))
    }
  }

  private mutating func reference(_ table: String, besides cells: [String: String]) -> String {
    if table == "members", let members = planMembers[cells["plan_id"] ?? ""], !random.chance(50) {
      return members.isEmpty ? "" : random.pick(members)
    }
    if table == "milestones", !random.chance(50) {
      return milestones[cells["commitment_id"] ?? ""].map { random.pick($0) } ?? ""
    }
    return ids[table].map { random.pick($0) } ?? ""
  }

  private mutating func list(_ name: String) -> String {
    let count = 1 + random.upTo(random.chance(6) ? 3 : 1)
    return (0..<count).map { _ in
      if let own = ownCodes[name], random.chance(3) { return random.pick(own) }
      return spaced(word(of: name))
    }.joined(separator: ";")
  }

  private mutating func word(of list: String) -> String {
    guard let entries = PlainCells.taxonomy[list] else { return "x" }
    let entry = random.pick(entries)
    return random.chance(3) ? varied(random.pick(entry.names)) : entry.code
  }

  private mutating func varied(_ word: String) -> String {
    switch random.upTo(4) {
    case 0: word.uppercased()
    case 1: word.lowercased()
    case 2: String(PlainCells.folded(word))
    default: word
    }
  }

  private mutating func spaced(_ text: String) -> String {
    switch random.upTo(20) {
    case 0: " " + text
    case 1: text + "  "
    case 2: "\t" + text + "\u{A0}"
    default: text
    }
  }

  private mutating func day(isLate: Bool) -> String {
    let early = [1900, 2016, 2019, 2020, 2020, 2021, 2021]
    let year = random.pick(isLate ? [2022, 2023, 2023, 2024, 2199] : early)
    let month = random.upTo(11) + 1
    let last =
      month == 2
      ? year % 4 == 0 && year % 100 != 0 ? 29 : 28 : [4, 6, 9, 11].contains(month) ? 30 : 31
    let day = min(random.pick([1, 15, 28, 30, 31]), last)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private mutating func id(_ table: String) -> String {
    let letters = ["members": "m", "plans": "p", "commitments": "c", "milestones": "ms"]
    let letter = letters[table] ?? "k"
    let number = (ids[table]?.count ?? 0) + 1
    let id = random.chance(10) ? "\(letter) Ñ,\(number)" : "\(letter)\(number)"
    ids[table, default: []].append(id)
    return id
  }
}
