import Reports
import Storage
import Warehouse

/// Where a command's tables go, and how they look.
struct ResultOutput {
  /// The format asked for; nothing where none was.
  let asked: OutputFormat?
  /// The format.
  let format: OutputFormat
  /// The language of what people read.
  let language: Language
  /// The file to write; nothing: standard output.
  let path: String?
  private let inputs: [String]

  /// What a command line says of its output.
  init(_ invocation: Invocation) {
    asked = invocation.value(.format).flatMap { OutputFormat(rawValue: $0) }
    path = invocation.value(.out)
    format = asked ?? (path == nil && StandardOutput.isTerminal ? .table : .csv)
    language = invocation.value(.language).flatMap { Language(rawValue: $0) } ?? .en
    inputs = Input.inputs(invocation)
  }

  /// Writes a table.
  func write(_ table: ResultTable, to console: inout Console) throws {
    try write(
      table.bytes(format, language: language) + footnotes(console), to: &console)
  }

  /// Writes a long table that is made piece by piece.
  ///
  /// CSV of any length takes no more memory than its text and one piece.
  ///
  /// - Parameters:
  ///   - count: How many parts the table has.
  ///   - console: Where it goes, if not to a file.
  ///   - piece: The rows of some of the parts.
  /// - Throws: Where the text cannot be written.
  func write(
    pieces count: Int, to console: inout Console, _ piece: (Range<Int>) -> ResultTable
  ) throws {
    guard format == .csv else { return try write(piece(0..<count), to: &console) }
    let step = 4096
    var bytes = piece(0..<min(step, count)).bytes(.csv, language: language)
    for first in stride(from: step, to: count, by: step) {
      let rows = piece(first..<min(first + step, count)).bytes(.csv, language: language)
      bytes += rows[(rows.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...]
    }
    try write(bytes, to: &console)
  }

  /// What readers must know of the data, below the tables of people's formats.
  func footnotes(_ console: borrowing Console) -> [UInt8] {
    guard format == .table || format == .markdown, !console.footnotes.isEmpty else { return [] }
    let lines = console.footnotes.map { note in
      (format == .markdown ? "_\(note.text(language))_" : note.text(language)) + "\n"
    }
    return Array(("\n" + lines.joined(separator: format == .markdown ? "\n" : "")).utf8)
  }

  /// Writes tables: a file each where they are CSV and there are several, else one after the
  /// other under their names, as JSON in one object.
  func write(_ tables: [ResultTable], to console: inout Console) throws {
    if tables.count == 1, let table = tables.first { return try write(table, to: &console) }
    guard format != .csv else { return try writeFolder(tables, &console) }
    var bytes: [UInt8] = []
    for (index, table) in tables.enumerated() {
      let isLast = index + 1 == tables.count
      switch format {
      case .csv, .table: bytes += Array("\(table.name)\n".utf8)
      case .markdown: bytes += Array("## \(table.name)\n\n".utf8)
      case .json: bytes += Array("\(index == 0 ? "{\n" : "")\"\(table.name)\": ".utf8)
      }
      var body = table.bytes(format, language: language)
      if format == .json, body.last == UInt8(ascii: "\n") { body.removeLast() }
      bytes += body
      bytes += Array((format == .json ? (isLast ? "\n}\n" : ",\n") : isLast ? "" : "\n").utf8)
    }
    try write(bytes + footnotes(console), to: &console)
  }

  private func writeFolder(_ tables: [ResultTable], _ console: inout Console) throws {
    guard let path else { return }
    var folder = try OutputFolder(path, inputs: inputs)
    for table in tables {
      try folder.write(table.name + ".csv", table.bytes(.csv, language: language))
    }
    try folder.commit()
    // The folder's own manifest has the hash of each file.
    try console.receipt?.write(for: [], inputs: inputs)
  }

  /// Writes text as it is.
  func write(text: String, to console: inout Console) throws {
    try write(Array(text.utf8), to: &console)
  }

  /// Writes bytes as they are.
  func write(_ bytes: [UInt8], to console: inout Console) throws {
    if let path {
      try OutputFile.write(bytes, to: path, inputs: inputs)
    } else {
      try console.print(bytes)
    }
    try console.receipt?.write(for: bytes, inputs: inputs)
  }
}
