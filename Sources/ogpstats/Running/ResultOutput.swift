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
    try write(table.bytes(format, language: language), to: &console)
  }

  /// Writes text as it is.
  func write(text: String, to console: inout Console) throws {
    try write(Array(text.utf8), to: &console)
  }

  /// Writes bytes as they are.
  func write(_ bytes: [UInt8], to console: inout Console) throws {
    guard let path else { return try console.print(bytes) }
    try OutputFile.write(bytes, to: path, inputs: inputs)
  }
}
