/// Why a text is not JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The byte in the line, from 1.
  public let column: Int
  /// What stands there and what was expected.
  public let message: String

  /// `line 3, column 7: …`.
  public var description: String { "line \(line), column \(column): \(message)" }
}

extension JSON {
  /// How deep lists and objects may lie in each other.
  static let deepest = 64

  /// A value from UTF-8 text (RFC 8259).
  ///
  /// A byte-order mark is accepted; an object that names a member twice is an error, since no
  /// reading of it is right.
  ///
  /// - Parameter bytes: The whole text.
  /// - Throws: ``JSONError`` with the place of the first fault.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    var parser = JSONParser(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    self = try parser.value(depth: 0)
    parser.skipSpace()
    if parser.position < bytes.count { throw parser.fault("the text goes on after the value") }
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func fault(_ message: String) -> JSONError {
    var line = 1
    var start = 0
    for index in 0..<min(position, bytes.count) where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return JSONError(line: line, column: position - start + 1, message: message)
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  mutating func value(depth: Int) throws(JSONError) -> JSON {
    guard depth <= JSON.deepest else { throw fault("more than \(JSON.deepest) levels deep") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case nil: throw fault("the text ends where a value was expected")
    case .some(let byte) where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
      return try number()
    default: break
    }
    let words: [(String, JSON)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
    for (word, value) in words where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw fault("expected a value: {…}, […], text in quotes, a number, true, false or null")
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    position += 1
    var members: [JSON.Member] = []
    var names: Set<String> = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("expected a name in quotes") }
      let name = try string()
      guard names.insert(name).inserted else { throw fault("the name “\(name)” stands twice") }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw fault("expected “:” after the name") }
      position += 1
      members.append(JSON.Member(name, try value(depth: depth + 1)))
      skipSpace()
      switch next {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        return .object(members)
      default: throw fault("expected “,” or “}”")
      }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    position += 1
    var values: [JSON] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      switch next {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return .array(values)
      default: throw fault("expected “,” or “]”")
      }
    }
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = position
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    func digits(_ parser: inout JSONParser) throws(JSONError) {
      guard isDigit(parser.next) else { throw parser.fault("expected a digit") }
      while isDigit(parser.next) { parser.position += 1 }
    }
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") { position += 1 } else { try digits(&self) }
    if isDigit(next) { throw fault("a number may not begin with 0") }
    if next == UInt8(ascii: ".") {
      position += 1
      try digits(&self)
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits(&self)
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var scalars: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: scalars, as: UTF8.self) else {
          throw fault("the text before is not UTF-8")
        }
        position += 1
        return text
      case UInt8(ascii: "\\"): scalars.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw fault("a control character must be written as \\u00XX")
      default:
        scalars.append(byte)
        position += 1
      }
    }
    throw fault("the text ends inside quotes")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    position += 1
    let letter = next
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw fault("no such escape")
    }
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xD800..<0xDC00).contains(unit), next == UInt8(ascii: "\\") else {
      throw fault("half of a surrogate pair")
    }
    position += 1
    guard next == UInt8(ascii: "u") else { throw fault("half of a surrogate pair") }
    position += 1
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw fault("half of a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("expected four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
