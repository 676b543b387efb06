import Warehouse

/// Any bytes as JSON: what is read is written and read again as the same; a fault has a place in the
/// text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    let value = try JSON(parsing: bytes)
    for text in [value.pretty, value.compact] {
      guard try JSON(parsing: Array(text.utf8)) == value else { fatalError("changed: \(text)") }
      if text.contains("<") { fatalError("an angle bracket: \(text)") }
    }
  } catch {
    let lines = bytes.count { $0 == 0x0A } + 1
    guard (1...lines).contains(error.line), error.column >= 1, error.column <= bytes.count + 2
    else { fatalError("\(error)") }
  }
  return 0
}
