import Checks
import Warehouse

/// Any bytes as a CSV file: the scanner agrees with the plain reader, whatever the blocks, and places
/// every fault where the plain one does.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = input(start, count)
  // Cells beyond the most columns are cut into, but not kept.
  var limits = CSVLimits.standard
  limits.columns = 24
  let csv = CSVRecords(bytes, fileName: "x.csv", blockRows: 7, limits: limits)
  let other = CSVRecords(bytes, fileName: "x.csv", blockRows: 1, limits: limits)
  check(csv.records == other.records && csv.lines == other.lines, "blocks")
  check(csv.faults == other.faults, "blocks: faults")
  if csv.faults.first?.code.rawValue == "not-csv" { return 0 }
  let plain = PlainCSV(bytes)
  check(csv.records.count == plain.records.count, "\(csv.records.count) records")
  for (index, (mine, others)) in zip(csv.records, plain.records).enumerated() {
    check(
      mine == others.cells.prefix(24).map { String(decoding: $0.text, as: UTF8.self) },
      "record \(index)")
    check(csv.lines[index] == others.line, "line of record \(index)")
  }
  // The first fifty of a kind are kept.
  var expected: [PlainFault] = []
  var counts: [String: Int] = [:]
  for fault in plain.faults {
    counts[fault.code, default: 0] += 1
    if counts[fault.code, default: 0] <= 50 { expected.append(fault) }
  }
  let found = csv.faults.map {
    PlainFault($0.code.rawValue, $0.place.line, $0.place.column)
  }
  check(found.count <= expected.count + 50 * 8, "\(found.count) faults")
  for fault in expected { check(found.contains(fault), "not told of: \(fault)") }
  return 0
}
