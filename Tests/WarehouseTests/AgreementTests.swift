import Foundation
import Testing
import Warehouse

@Suite("Agreement with the plain reader")
struct AgreementTests {
  /// How many drafts of each kind are tried: more in release, or where someone asks for it.
  static let count: Int = {
    let asked = ProcessInfo.processInfo.environment["OGPSTATS_DRAFTS"].flatMap { Int($0) }
    var isDebug = false
    assert(
      {
        isDebug = true
        return true
      }())
    return asked ?? (isDebug ? 100 : 1500)
  }()

  /// What the loader and the plain one disagree on; nothing: they agree.
  static func disagreement(_ files: [String: [UInt8]], _ options: LoadOptions) -> String? {
    let plain = PlainDataset(files)
    let result = Dataset.load(files: files, options: options)
    let told = result.log.shown.map { diagnostic -> PlainFault in
      var fault = PlainFault(
        diagnostic.code.rawValue, diagnostic.place.line, diagnostic.place.column)
      fault.file = diagnostic.place.file
      return fault
    }.sorted()
    let expected = plain.faults
    let counts = Dictionary(grouping: expected, by: \.code).mapValues(\.count)
    for kind in result.log.kinds where kind.count != counts[kind.code.rawValue] ?? 0 {
      return "\(kind.code.rawValue): \(kind.count), not \(counts[kind.code.rawValue] ?? 0)"
    }
    if counts.values.allSatisfy({ $0 <= DiagnosticLog.shownOfKind }), told != expected {
      let missing = expected.filter { !told.contains($0) }
      let extra = told.filter { !expected.contains($0) }
      return "not told: \(missing); told for nothing: \(extra)"
    }
    if (result.dataset == nil) != plain.hasErrors { return "usable: \(result.dataset != nil)" }
    if let dataset = result.dataset {
      let text = DatasetText(dataset)
      for table in TableName.allCases
      where text.tables[table]?.rows != plain.text.tables[table]?.rows {
        return "\(table): \(text.tables[table]?.rows ?? []), not"
          + " \(plain.text.tables[table]?.rows ?? [])"
      }
    }
    return nil
  }

  private func check(_ seeds: Range<UInt64>, junk: Int, scratches: Int) {
    var usable = 0
    for seed in seeds {
      let draft = DatasetDraft(seed: seed, junk: junk, scratches: scratches)
      var options = LoadOptions()
      options.pieceBytes = [1, 3, 7, 20, 64, 1 << 20][Int(seed % 6)]
      options.threads = 1 + Int(seed % 2)
      if !PlainDataset(draft.files).hasErrors { usable += 1 }
      guard Self.disagreement(draft.files, options) != nil else { continue }
      let least = draft.shrunk { Self.disagreement($0.files, options) != nil }
      Issue.record(
        "seed \(seed): \(Self.disagreement(least.files, options) ?? "")\n\(least.description)")
      return
    }
    // Drafts of which none can be used, or every one, would prove little.
    #expect(usable > seeds.count / 20, "\(usable) of \(seeds.count) usable")
    if junk > 0 { #expect(usable < seeds.count, "\(usable) of \(seeds.count) usable") }
  }

  @Test("on datasets written in all the ways that data.md allows")
  func odd() { check(0..<UInt64(Self.count), junk: 0, scratches: 0) }

  @Test("on datasets with wrong cells, rows and columns: every fault, its kind and its place")
  func broken() { check(10_000..<10_000 + UInt64(Self.count), junk: 120, scratches: 0) }

  @Test("on files with bytes changed, cut and put in")
  func scratched() { check(20_000..<20_000 + UInt64(Self.count), junk: 0, scratches: 3) }
}
