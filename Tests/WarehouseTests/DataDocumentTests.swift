import Foundation
import Storage
import TestSupport
import Testing
import Warehouse

@Suite("docs/data.md")
struct DataDocumentTests {
  private static let text =
    (try? String(
      contentsOf: Shared.packageRoot.appending(path: "docs/data.md"), encoding: .utf8)) ?? ""

  @Test("every fault, every reason to refuse a SQLite file, has its line")
  func faults() {
    for code in Fault.allCases.map(\.rawValue) + SQLiteRefusal.Code.allCases.map(\.rawValue) {
      #expect(Self.text.contains("`\(code)`"), "\(code)")
    }
  }

  @Test("every table stands there with its columns, those that are required with a star")
  func columns() throws {
    for (table, columns) in PlainSchema.tables {
      let row = try #require(
        Self.text.split(separator: "\n").first { $0.hasPrefix("| `\(table)` |") }, "\(table)")
      for column in columns {
        #expect(row.contains("`\(column.name)`\(column.isRequired ? "\\*" : "")"), "\(column.name)")
      }
    }
  }

  @Test("the example loads without a word")
  func example() throws {
    var files: [String: [UInt8]] = [:]
    var name = ""
    for part in Self.text.components(separatedBy: "```") {
      if part.hasPrefix("csv\n") {
        files[name] = Array(part.dropFirst(4).utf8)
      } else if let line = part.split(separator: "\n").last, line.hasSuffix(".csv`") {
        name = String(line.dropFirst().dropLast())
      }
    }
    #expect(files.count == 5)
    let result = Dataset.load(files: files)
    #expect(result.told.isEmpty, "\(result.told)")
    let dataset = try #require(result.dataset)
    #expect(dataset.commitments.endsOn.first?.description == "2023-06-30")
    #expect(dataset.commitments.policyAreas.first?.size == 2)
    #expect(dataset.reports.statuses == [.inProgress, .finished])
  }

  @Test("the limits are those that hold")
  func limits() {
    let limits = CSVLimits.standard
    #expect(limits.fileBytes == 2 << 30 && limits.cellBytes == 1 << 20)
    #expect(limits.recordBytes == 2_000_000 && limits.columns == 1024)
    for words in ["2 GiB", "1 MiB", "2,000,000 bytes", "1024 columns", "10,000 entries"] {
      #expect(Self.text.contains(words))
    }
  }
}
