import Foundation
import TestSupport
import Testing
import Warehouse

@Suite("Dataset.load")
struct LoadingTests {
  static let cases: [String] = {
    let folder = Shared.folder.appending(path: "cases").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.contains(".") }.sorted()
  }()

  @Test("the cases are there") func casesAreThere() { #expect(Self.cases.count == 9) }

  @Test("the cases load without an error, every row of them", arguments: cases)
  func loads(name: String) throws {
    let folder = Shared.folder.appending(path: "cases/\(name)/data")
    let result = try Dataset.load(path: folder.path)
    let errors = result.log.shown.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.description).joined(separator: "\n"))")
    #expect(result.dataset != nil)
    #expect(result.rejects.isEmpty)
  }
}
