import Checks
import Foundation
import Warehouse

private let path =
  NSTemporaryDirectory() + "fuzz-\(ProcessInfo.processInfo.processIdentifier).sqlite"

/// Any bytes as a SQLite file: refused by name, or read as any dataset is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard let file = fopen(path, "w") else { fatalError("cannot write \(path)") }
  fwrite(start, 1, count, file)
  fclose(file)
  do {
    var options = LoadOptions()
    let result = try Dataset.load(path: path, options: options)
    for found in result.log.shown {
      check(found.place.file.hasPrefix("fuzz-"), "\(found)")
      check(!found.description.contains("\n"), "a line break in \(found)")
    }
    if let dataset = result.dataset { DatasetChecks.sound(dataset) }
    if result.log.errorCount > 0 {
      options.skipsBadRows = true
      DatasetChecks.accounted(result, try Dataset.load(path: path, options: options))
    }
  } catch {
    fatalError("\(error)")
  }
  return 0
}
