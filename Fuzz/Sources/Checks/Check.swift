/// Ends the process where something does not hold, so that the fuzzer keeps the input.
public func check(
  _ condition: Bool, _ message: @autoclosure () -> String, line: UInt = #line
) {
  if !condition { fatalError("line \(line): \(message())") }
}

/// The bytes that the fuzzer hands over.
public func input(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}
