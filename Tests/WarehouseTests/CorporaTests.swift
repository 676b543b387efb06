import Foundation
import TestSupport
import Testing
import Warehouse

/// The folder of public torture files.
enum Corpora {
  static let folder = Shared.folder.appending(path: "corpora")
  static let isThere = FileManager.default.fileExists(atPath: folder.path)
  static let missing = Comment(
    rawValue: "THE PUBLIC TORTURE FILES ARE NOT TESTED: there is no folder \(folder.path)")
}

/// Public torture files (trust.md L3 to L5): each loads as its own suite says, or ends in a named
/// fault with its place.
@Suite("Public torture files", .enabled(if: Corpora.isThere, Corpora.missing))
struct CorporaTests {
  static let folder = Corpora.folder

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appending(path: path)))
  }

  /// Faults that make a file unusable; every one must be placed inside the file.
  static func errors(_ csv: CSVRecords, _ bytes: [UInt8]) -> [Diagnostic] {
    let errors = csv.faults.filter { $0.severity == .error }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for fault in csv.faults {
      #expect((1...lines.count).contains(fault.place.line))
      let line = lines[min(lines.count, max(1, fault.place.line)) - 1]
      #expect((1...line.count + 1).contains(fault.place.column), "\(fault)")
    }
    return errors
  }

  // MARK: - Vectors of other readers

  private struct Vector {
    let name: String
    let input: [UInt8]
    /// Nothing: the other reader refuses it.
    let records: [[String]]?
    let options: JSON
  }

  /// Read by our own reader of JSON: Foundation's drops a byte-order mark at the start of a text.
  private static func vectors(_ file: String) throws -> [Vector] {
    let json = try JSON(parsing: try bytes("vectors/\(file)"))
    func text(_ value: JSON?) -> [UInt8] {
      if let packed = value?["base64"]?.text {
        return Array(Data(base64Encoded: packed) ?? Data())
      }
      return Array((value?.text ?? "").utf8)
    }
    return (json["tests"]?.items ?? []).map { test in
      let lines = test["input_lines"]?.items.compactMap(\.text).joined(separator: "\n")
      let rows = test["output"] ?? test["expect"]
      return Vector(
        name: (test["name"] ?? test["test"])?.text ?? "",
        input: lines.map { Array($0.utf8) } ?? text(test["input"]),
        records: rows.map { rows in
          rows.items.map { $0.items.map { String(decoding: text($0), as: UTF8.self) } }
        }, options: test)
    }
  }

  /// The kinds of error with their places, or the records.
  private func outcome(_ vector: Vector) -> (errors: [String], records: [[String]]) {
    let csv = CSVRecords(vector.input, fileName: "vector.csv")
    let errors = Self.errors(csv, vector.input).map {
      "\($0.code.rawValue) \($0.place.line):\($0.place.column)"
    }
    // Blocks of one record and of all give the same.
    let other = CSVRecords(vector.input, fileName: "vector.csv", blockRows: 1)
    #expect(other.records == csv.records && other.faults == csv.faults, "\(vector.name)")
    return (errors, csv.records)
  }

  /// Go's places count bytes; a quote never closed is told of where it opens, not where the file
  /// ends; a quote inside a bare cell is data with a warning; a lone carriage return is refused.
  private static let ofGo = [
    "BadDoubleQuotes": "stray-quote 1:2", "BadBareQuote": "stray-quote 1:3",
    "BadTrailingQuote": "stray-quote 1:11", "ExtraneousQuote": "text-after-quote 1:4",
    "StartLine1": "text-after-quote 2:2", "StartLine2": "unclosed-quote 2:1",
    "QuotedTrailingCRCR": "text-after-quote 1:7", "QuoteWithTrailingCRLF": "text-after-quote 1:5",
    "OddQuotes": "unclosed-quote 1:1",
  ]

  /// Options that data.md does not have.
  private static let foreign = ["comment", "TrimLeadingSpace"]

  @Test("Go's 68 vectors: the records, or the fault at the place of the error")
  func go() throws {
    let vectors = try Self.vectors("go-encoding-csv.json")
    #expect(vectors.count == 68)
    var same = 0
    var faults = 0
    var refused = 0
    for vector in vectors {
      let (errors, records) = outcome(vector)
      let comma = vector.options["comma"]?.text ?? ","
      if Self.foreign.contains(where: { vector.options[$0] != nil }) || comma != "," && comma != ";"
      {
        continue
      }
      if let expected = Self.ofGo[vector.name] {
        let all = CSVRecords(vector.input, fileName: "vector.csv").faults.map {
          "\($0.code.rawValue) \($0.place.line):\($0.place.column)"
        }
        #expect(all.first == expected, "\(vector.name): \(all)")
        faults += 1
      } else if vector.input.contains(0x0D), !errors.isEmpty {
        #expect(
          errors.allSatisfy {
            $0.hasPrefix("lone-carriage-return") || $0.hasPrefix("text-after-quote")
          }, "\(vector.name): \(errors)")
        refused += 1
      } else if vector.name == "LazyQuotes" || vector.name == "BareQuotes"
        || vector.name.hasPrefix("Lazy") || vector.name == "BinaryBlobField"
      {
        #expect(
          errors.first?.hasPrefix("text-after-quote") == true
            || errors.first?.hasPrefix("not-utf8") == true || vector.name == "LazyOddQuotes",
          "\(vector.name): \(errors)")
        refused += 1
      } else {
        #expect(errors.isEmpty, "\(vector.name): \(errors)")
        // Go drops the carriage return of a line end inside quotes; here it is kept.
        let bare = records.map { $0.map { $0.replacingOccurrences(of: "\r\n", with: "\n") } }
        #expect(bare == vector.records ?? [], "\(vector.name)")
        same += 1
      }
    }
    // All twelve places: nine here, three of a wrong number of fields, which the tables check.
    #expect("\(same) \(faults) \(refused)" == "25 9 14")
    #expect(Self.ofGo.count + 3 == 12)
  }

  @Test("Go's three vectors of a wrong number of fields", arguments: ["d,e", "d,e\nf"])
  func fieldCount(rest: String) {
    let text = "member_id,starts_on,ends_on\n" + rest
    let result = Dataset.load(files: ["terms.csv": Array(text.utf8)])
    let places = result.log.shown.filter { $0.code.rawValue == "too-few-cells" }.map(\.place.line)
    #expect(places == Array(2..<(2 + rest.split(separator: "\n").count)))
  }

  @Test("rust-csv's 63 vectors")
  func rust() throws {
    let vectors = try Self.vectors("rust-csv-core.json")
    #expect(vectors.count == 63)
    var same = 0
    var refused = 0
    for vector in vectors {
      let (errors, records) = outcome(vector)
      guard vector.options["config"] == .null else { continue }
      if errors.isEmpty {
        #expect(records == vector.records, "\(vector.name)")
        same += 1
      } else {
        // Lines that end with a carriage return alone, and a backslash that is no escape.
        #expect(
          errors.allSatisfy { $0.hasPrefix("lone-carriage-return") }
            || vector.name == "quote_no_escapes", "\(vector.name): \(errors)")
        refused += 1
      }
    }
    #expect("\(same) \(refused)" == "37 10")
  }

  @Test("CPython's 68 vectors")
  func python() throws {
    let vectors = try Self.vectors("cpython-test_csv.json")
    #expect(vectors.count == 68)
    var same = 0
    var refused = 0
    for vector in vectors {
      let (errors, records) = outcome(vector)
      let dialect = vector.options["dialect"]?.text ?? "excel"
      guard vector.options["options"] ?? .object([]) == .object([]),
        dialect == "excel" || dialect == "unix"
      else { continue }
      if errors.isEmpty, vector.options["result"]?.text == "ok" {
        // A line with nothing on it is no record here.
        #expect(records == vector.records?.filter { !$0.isEmpty }, "\(vector.name)")
        same += 1
      } else {
        // Text behind a closing quote, NUL and carriage returns, which are refused here.
        #expect(
          errors.allSatisfy { error in
            ["text-after-quote", "nul", "lone-carriage-return", "unclosed-quote"]
              .contains { error.hasPrefix($0) }
          }, "\(vector.name): \(errors)")
        refused += 1
      }
    }
    #expect("\(same) \(refused)" == "29 13")
  }

  @Test("csv-spectrum's twelve files")
  func spectrum() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: "csv-spectrum/csvs").path)
    #expect(names.count == 12)
    for name in names.sorted() {
      let bytes = try Self.bytes("csv-spectrum/csvs/\(name)")
      let csv = CSVRecords(bytes, fileName: name)
      #expect(Self.errors(csv, bytes).isEmpty, "\(name): \(csv.faults)")
      let json = try JSON(parsing: try Self.bytes("csv-spectrum/json/\(name.dropLast(4)).json"))
      let header = try #require(csv.records.first)
      // The answer of one file is an object, with a telephone number of its own.
      if case .object(let members) = json {
        #expect(header == members.map(\.name) && csv.records.count == 2, "\(name)")
      } else {
        let rows = csv.records.dropFirst().map { record in
          JSON.object(zip(header, record).map { JSON.Member($0, .string($1)) })
        }
        #expect(JSON.array(rows) == json, "\(name)")
      }
      let plain = PlainCSV(bytes).records.map { record in
        record.cells.map { String(decoding: $0.text, as: UTF8.self) }
      }
      #expect(csv.records == plain, "\(name)")
    }
  }

  @Test("rust-csv's example files: records as the plain reader has them, or a named fault")
  func examples() throws {
    let path = "rust-csv/examples/data"
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: path).path)
    var codes: [String: [String]] = [:]
    for name in names.sorted() {
      let bytes = try Self.bytes("\(path)/\(name)")
      let csv = CSVRecords(bytes, fileName: name)
      codes[name] = Array(Set(Self.errors(csv, bytes).map(\.code.rawValue))).sorted()
      let plain = PlainCSV(bytes).records.map { record in
        record.cells.map { String(decoding: $0.text, as: UTF8.self) }
      }
      #expect(csv.records == plain, "\(name)")
    }
    #expect(codes["uspop-latin1.csv"] == ["not-utf8"])
    // Quotes escaped by a backslash.
    #expect(codes["strange.csv"] == ["text-after-quote"])
    #expect(codes.values.count { $0.isEmpty } == codes.count - 2, "\(codes)")
  }

  // MARK: - Text

  /// What becomes of some bytes as the title of a commitment: the title, or what is said of it.
  private func title(_ bytes: [UInt8]) -> (title: [UInt8]?, codes: [String]) {
    let start = Array(
      ("commitment_id,plan_id,starts_on,ends_on,policy_areas,sectors,title\n"
        + "c1,p1,2021-01,2022-12,tax,aid,\"").utf8)
    let doubled = bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
    let result = Dataset.load(files: [
      "members.csv": Array(
        "member_id,name,country,region,joined_on\nm1,A,MEX,europe,2020-01-01\n".utf8),
      "terms.csv": Array("member_id,starts_on,ends_on\nm1,2020-01-01,2023-12-31\n".utf8),
      "plans.csv": Array(
        ("plan_id,member_ids,submitted_on,starts_on,ends_on\n"
          + "p1,m1,2021-01-01,2021-01-01,2022-12-31\n").utf8),
      "commitments.csv": start + doubled + [0x22, 0x0A],
    ])
    for found in result.log.shown {
      #expect(found.place.file == "commitments.csv" && found.place.line >= 2)
    }
    let titles = result.dataset?.commitments.titles
    return (titles.map { Array($0.bytes[$0.range(of: 0)]) }, result.log.kinds.map(\.code.rawValue))
  }

  @Test("the naughty strings come out byte for byte")
  func naughtyStrings() throws {
    let strings = try JSON(parsing: try Self.bytes("blns/blns.json")).items.compactMap(\.text)
    #expect(strings.count == 515)
    for string in strings where !string.utf8.contains(0) {
      let bytes = Array(string.utf8)
      let isBlank = string.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
      let (title, codes) = title(bytes)
      #expect(title == (isBlank ? [] : bytes), "\(string)")
      #expect(codes.isEmpty, "\(string): \(codes)")
    }
  }

  @Test("utf8tests: every invalid sequence is refused, every valid one kept")
  func utf8() throws {
    var counts = (valid: 0, invalid: 0, nul: 0)
    let text = String(decoding: try Self.bytes("utf8tests/utf8tests.txt"), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3 else { continue }
      func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.filter { $0 != " " }
        return stride(from: 0, to: digits.count, by: 2).compactMap { start in
          let from = digits.index(digits.startIndex, offsetBy: start)
          return UInt8(digits[from..<digits.index(from, offsetBy: 2)], radix: 16)
        }
      }
      let kind = fields[1].trimmingCharacters(in: .whitespaces)
      let isText = kind == "valid"
      let input = isText ? Array(fields[2...].joined(separator: ":").utf8) : bytes(fields[2])
      let (title, codes) = title(input)
      if kind.hasPrefix("invalid") {
        counts.invalid += 1
        #expect(title == nil && codes.contains("not-utf8"), "\(line): \(codes)")
      } else if input.contains(0) {
        counts.valid += 1
        counts.nul += 1
        #expect(title == nil && codes == ["nul"], "\(line): \(codes)")
      } else {
        counts.valid += 1
        #expect(title == input && codes.isEmpty, "\(line): \(codes)")
      }
    }
    // 76 and 140 sequences, and six lines for looking at.
    #expect(counts.valid == 77 && counts.invalid == 145, "\(counts)")
  }

  @Test("Kuhn's stress test: line by line what is no UTF-8 is refused, and no more")
  func kuhn() throws {
    let lines = try Self.bytes("utf8-kuhn/UTF-8-test.txt")
      .split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.count > 200)
    for line in lines {
      let isValid = String(validating: line, as: UTF8.self) != nil
      let (title, codes) = title(Array(line))
      let expected = isValid ? line.contains(0) ? ["nul"] : [] : ["not-utf8"]
      #expect(codes == expected && (title != nil) == expected.isEmpty)
    }
  }

  /// The sequences of Kuhn's sections 3, 4, 5.1 and 5.2, made anew: in many copies of the file an
  /// editor has replaced them.
  private static let malformed: [[UInt8]] = {
    let space = UInt8(ascii: " ")
    // 3.1: continuation bytes without a start.
    var sequences: [[UInt8]] = (1...7).map { count in
      (0..<count).map { $0 % 2 == 0 ? 0x80 : 0xBF }
    }
    sequences += (0x80...0xBF).map { [UInt8($0)] }
    // 3.2: starts without continuation.
    sequences += (0xC0...0xFD).map { [UInt8($0), space] }
    // 3.3: the last byte missing; 3.4: one such after another.
    let cut: [[UInt8]] = [
      [0xC0], [0xE0, 0x80], [0xF0, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80],
      [0xFC, 0x84, 0x80, 0x80, 0x80], [0xDF], [0xEF, 0xBF], [0xF7, 0xBF, 0xBF],
      [0xFB, 0xBF, 0xBF, 0xBF], [0xFD, 0xBF, 0xBF, 0xBF, 0xBF],
    ]
    sequences += cut + [cut.flatMap(\.self)]
    // 3.5: bytes that never stand in UTF-8.
    sequences += [[0xFE], [0xFF], [0xFE, 0xFE, 0xFF, 0xFF]]
    // 4.1 to 4.3: overlong forms of a slash, of the last of each length, of NUL.
    sequences += [
      [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF], [0xF8, 0x80, 0x80, 0x80, 0xAF],
      [0xFC, 0x80, 0x80, 0x80, 0x80, 0xAF], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF8, 0x87, 0xBF, 0xBF, 0xBF],
      [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF], [0xC0, 0x80], [0xE0, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80],
    ]
    // 5.1, 5.2: surrogates, alone and in pairs.
    for high in [[0xED, 0xA0, 0x80], [0xED, 0xAD, 0xBF], [0xED, 0xAF, 0xBF]] as [[UInt8]] {
      for low in [[], [0xED, 0xB0, 0x80], [0xED, 0xBF, 0xBF]] as [[UInt8]] {
        sequences.append(high + low)
      }
    }
    return sequences
  }()

  @Test("each malformed sequence of the stress test is refused where it stands")
  func malformedSequences() {
    for sequence in Self.malformed {
      let bytes = Array("abc".utf8) + sequence + Array("xyz".utf8)
      let (title, codes) = title(bytes)
      #expect(title == nil && codes == ["not-utf8"], "\(sequence)")
      let csv = CSVRecords(bytes, fileName: "x.csv")
      #expect(csv.faults.first?.place.column == 4, "\(sequence): \(csv.faults)")
    }
  }
}

extension JSON {
  /// The values of a list.
  var items: [JSON] {
    guard case .array(let values) = self else { return [] }
    return values
  }
}
