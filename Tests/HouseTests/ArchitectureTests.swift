import Foundation
import Testing

@Suite("Architecture")
struct ArchitectureTests {
  /// Bottom to top, as in Package.swift: a target imports only what stands before it.
  static let order = [
    "CLinux", "CSQLite", "Storage", "Statistics", "Warehouse", "Membership", "Metrics",
    "Simulation", "Reports", "ogpstats",
  ]

  /// What only some may import.
  static let reserved: [String: Set<String>] = [
    "CLinux": ["Storage"],
    "CSQLite": ["Storage"],
    "Foundation": [],
    "FoundationEssentials": ["Storage", "Reports", "ogpstats"],
  ]

  /// The modules that a target's files import.
  static func imports(of target: String) throws -> Set<String> {
    let lines = try Tree.files(under: "Sources/\(target)", ending: [".swift"])
      .flatMap { $0.lines.map(\.text) }
    return Set(
      lines.compactMap { line -> String? in
        guard !line.hasPrefix(" ") else { return nil }
        let words = line.split(separator: " ").drop { word in
          word.hasPrefix("@") || word == "public" || word == "package" || word == "internal"
        }
        guard words.first == "import", words.count == 2 else { return nil }
        return words.last.map(String.init)
      })
  }

  @Test("Package.swift needs no Swift package")
  func packages() throws {
    let manifest = try Tree.file("Package.swift")
    #expect(manifest.places(of: #"\.package\("#).isEmpty)
  }

  @Test("the targets are those that Package.swift and ARCHITECTURE.md name")
  func targets() throws {
    let manifest = try Tree.file("Package.swift").text
    let page = try Tree.file("ARCHITECTURE.md").text
    for target in Self.order {
      #expect(manifest.contains("name: \"\(target)\""), "\(target) in Package.swift")
      #expect(page.contains("`\(target)`"), "\(target) in ARCHITECTURE.md")
    }
    let folders = Set(
      try Tree.files(under: "Sources", ending: [".swift", ".modulemap"])
        .map { String($0.path.split(separator: "/")[1]) })
    #expect(folders == Set(Self.order))
  }

  @Test("imports go down only", arguments: order)
  func arrows(target: String) throws {
    let place = try #require(Self.order.firstIndex(of: target))
    for module in try Self.imports(of: target).sorted() {
      if let other = Self.order.firstIndex(of: module) {
        #expect(other < place, "\(target) imports \(module), which stands above it")
      }
      if let allowed = Self.reserved[module] {
        #expect(allowed.contains(target), "\(target) imports \(module)")
      }
      #expect(
        target != "Statistics" || !Self.order.contains(module), "Statistics imports \(module)")
    }
  }
}
