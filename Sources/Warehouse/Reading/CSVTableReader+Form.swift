internal import Storage

/// What is wrong with the form of a file, or of a piece of one.
struct FormSummary: Sendable {
  /// How many faults of a kind are kept.
  static let keptOfKind = DiagnosticLog.shownOfKind

  /// The first faults of each kind, their lines counted from the file's start, from 0.
  private(set) var faults: [FormFault] = []
  /// How many there are of each kind, kept or not.
  private(set) var counts: [FormFault.Kind: Int] = [:]
  /// Lines with nothing on them.
  private(set) var blankLines = 0
  /// The first of them, from 0.
  private(set) var firstBlank: Int?
  /// Records that end with LF, and with CR LF.
  private(set) var lineFeeds = 0
  private(set) var returns = 0
  /// The first stretches that are not UTF-8.
  private(set) var encoding: [Range<Int>] = []
  /// How many there are.
  private(set) var encodingCount = 0

  /// Adds what a scanner found from an offset to where it stands.
  mutating func add(_ scanner: borrowing CSVScanner, from begin: Int = 0, of bytes: RawSpan) {
    faults += scanner.faults
    counts.merge(scanner.faultCounts) { $0 + $1 }
    blankLines += scanner.blankLines
    firstBlank = firstBlank ?? scanner.firstBlank
    lineFeeds += scanner.endings.lineFeed
    returns += scanner.endings.returned
    let end = max(begin, scanner.position)
    var offset = begin
    while let fault = UTF8Check.firstFault(in: bytes, offset..<end) {
      encodingCount += 1
      if encoding.count < Self.keptOfKind { encoding.append(fault) }
      offset = fault.upperBound
    }
  }

  /// Adds what was found in the next piece.
  ///
  /// - Parameters:
  ///   - piece: Its lines counted from its own start.
  ///   - lineBase: The lines before it.
  mutating func add(_ piece: FormSummary, lineBase: Int) {
    for fault in piece.faults where faults.count(where: { $0.kind == fault.kind }) < Self.keptOfKind
    {
      faults.append(
        FormFault(kind: fault.kind, offset: fault.offset, line: fault.line + lineBase))
    }
    counts.merge(piece.counts) { $0 + $1 }
    blankLines += piece.blankLines
    firstBlank = firstBlank ?? piece.firstBlank.map { $0 + lineBase }
    lineFeeds += piece.lineFeeds
    returns += piece.returns
    encoding += piece.encoding.prefix(Self.keptOfKind - encoding.count)
    encodingCount += piece.encodingCount
  }

  /// Whether the file's lines end with carriage returns alone: the header has one that is none of a
  /// CR LF, and no line feed is near.
  func endsLinesWithReturns(_ bytes: RawSpan) -> Bool {
    let hasReturn = faults.contains { fault in
      switch fault.kind {
      case .loneReturn: true
      case .textAfterQuote: bytes.byte(fault.offset + 1) == UInt8(ascii: "\r")
      default: false
      }
    }
    let start = 0..<min(bytes.byteCount, 1 << 16)
    return hasReturn && bytes.first(UInt8(ascii: "\n"), in: start) == start.upperBound
  }
}

extension FormSummary {
  /// The diagnostics of what is kept, in no order.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: Its name.
  ///   - limits: The sizes that it was held to.
  /// - Returns: A diagnostic each.
  func diagnostics(of bytes: RawSpan, fileName: String, limits: CSVLimits) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ fault: Fault, _ line: Int, _ column: Int, _ message: String) {
      found.append(
        Diagnostic(
          code: fault.code, severity: fault.severity,
          place: Diagnostic.Place(file: fileName, line: line, column: column), message: message))
    }
    for fault in faults {
      add(
        fault.kind.fault, fault.line + 1, TextPlaces.column(of: fault.offset, bytes),
        fault.kind.message(limits))
    }
    var line = 1
    var counted = 0
    for range in encoding {
      line += bytes.count(UInt8(ascii: "\n"), in: counted..<range.lowerBound)
      counted = range.lowerBound
      add(
        .notUTF8, line, TextPlaces.column(of: range.lowerBound, bytes),
        "\(Self.hexadecimal(bytes.copy(range))) at byte offset \(range.lowerBound) is not UTF-8;"
          + " if the file is Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 \(fileName)")
    }
    if let firstBlank {
      add(
        .blankLines, firstBlank + 1, 1,
        blankLines == 1
          ? "a line with nothing on it is not a row"
          : "\(blankLines) lines with nothing on them are not rows; the first is this")
    }
    if lineFeeds > 0, returns > 0 {
      add(
        .mixedLineEnds, 1, 1,
        "\(lineFeeds) \(lineFeeds == 1 ? "line ends" : "lines end") with LF and"
          + " \(returns) with CR LF")
    }
    return found
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16, uppercase: true)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined(separator: " ")
  }
}

extension CSVTableReader {
  /// Reports what is wrong with the form of the file.
  func report(_ form: FormSummary, into table: inout ReadTable) {
    for (kind, count) in form.counts { table.counts[kind.fault, default: 0] += count }
    if form.encodingCount > 0 { table.counts[.notUTF8] = form.encodingCount }
    if form.blankLines > 0 { table.count(.blankLines) }
    if form.lineFeeds > 0, form.returns > 0 { table.count(.mixedLineEnds) }
    for diagnostic in form.diagnostics(
      of: file.bytes, fileName: fileName, limits: options.limits)
    {
      table.findings.append(TableFinding(row: -1, diagnostic: diagnostic))
    }
  }
}

extension FormFault.Kind {
  /// The fault that diagnostics name.
  var fault: Fault {
    switch self {
    case .unclosedQuote: .unclosedQuote
    case .textAfterQuote: .textAfterQuote
    case .strayQuote: .strayQuote
    case .loneReturn: .loneReturn
    case .nul: .nul
    case .longCell: .longCell
    case .longRecord: .longRecord
    }
  }

  /// What was found and what was expected.
  func message(_ limits: CSVLimits) -> String {
    switch self {
    case .unclosedQuote: "a quote is opened here and never closed"
    case .textAfterQuote:
      "a quote closes the cell here and text follows; expected the end of the cell: a quote inside"
        + " quotes is written twice"
    case .strayQuote: "a quote inside a cell that is not quoted is taken as it stands"
    case .loneReturn: "a carriage return without a line feed; expected LF or CR LF, or quotes"
    case .nul: "NUL; expected text"
    case .longCell:
      "a cell begins here that is longer than \(limits.cellBytes) bytes; is a quote missing?"
    case .longRecord:
      "a row begins here that is longer than \(limits.recordBytes) bytes; is a quote missing?"
    }
  }
}
