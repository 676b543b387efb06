import Foundation
import Storage
import Testing

@Suite("OutputFolder")
struct OutputFolderTests {
  private func write(_ text: String, to path: String, inputs: [String] = []) throws {
    var folder = try OutputFolder(path, inputs: inputs)
    try folder.write("a.csv", Array(text.utf8))
    try folder.write("tables/b.csv", Array(text.utf8))
    try folder.commit()
  }

  @Test("appears whole with a manifest, and is replaced whole")
  func replaces() throws {
    let scratch = try Scratch()
    try write("one", to: scratch["out"])
    #expect(
      scratch.listing
        == ["out", "out/a.csv", "out/manifest.json", "out/tables", "out/tables/b.csv"])
    #expect(
      scratch.text("out/manifest.json")
        == """
        {
          "program": "ogpstats",
          "files": [
            {"name": "a.csv", "bytes": 3, "sha256": "\(SHA256.hexadecimal(of: Array("one".utf8)))"},
            {"name": "tables/b.csv", "bytes": 3, "sha256": \
        "\(SHA256.hexadecimal(of: Array("one".utf8)))"}
          ]
        }

        """)
    try write("three", to: scratch["out/"])
    #expect(scratch.text("out/a.csv") == "three")
    #expect(scratch.listing.count == 5)
  }

  @Test("given up, nothing changes")
  func abandoned() throws {
    let scratch = try Scratch()
    try write("one", to: scratch["out"])
    do {
      var folder = try OutputFolder(scratch["out"])
      try folder.write("a.csv", Array("two".utf8))
    }
    #expect(scratch.text("out/a.csv") == "one")
    #expect(scratch.listing.count == 5)
  }

  @Test("an empty folder is taken")
  func empty() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch["out"], withIntermediateDirectories: false)
    try write("one", to: scratch["out"])
    #expect(scratch.text("out/a.csv") == "one")
  }

  @Test("a folder that holds other people's files is refused, and says which")
  func foreign() throws {
    let scratch = try Scratch()
    try scratch.put("mine", "out/notes.txt")
    var error = #expect(throws: StorageError.self) { try write("x", to: scratch["out"]) }
    #expect(error?.reason == "it holds files and no manifest.json of this program")
    try scratch.put("{}", "out/manifest.json")
    error = #expect(throws: StorageError.self) { try write("x", to: scratch["out"]) }
    #expect(error?.reason == "its manifest.json is not one of this program")

    try write("one", to: scratch["own"])
    try scratch.put("mine", "own/tables/notes.txt")
    error = #expect(throws: StorageError.self) { try write("x", to: scratch["own"]) }
    #expect(error?.reason == "it holds tables/notes.txt, which this program did not write")

    try write("one", to: scratch["edited"])
    try scratch.put("one and more", "edited/a.csv")
    error = #expect(throws: StorageError.self) { try write("x", to: scratch["edited"]) }
    #expect(error?.reason == "a.csv in it was changed since this program wrote it")
  }

  @Test("the input is not replaced, nor what holds it, nor written into")
  func inputs() throws {
    let scratch = try Scratch()
    try scratch.put("in", "data/plans.csv")
    for target in ["data", "data/out", "./data/"] {
      let error = #expect(throws: StorageError.self) {
        try write("x", to: scratch[target], inputs: [scratch["data"]])
      }
      #expect(error?.kind == .refused, "\(target)")
    }
    try write("one", to: scratch["out"])
    let error = #expect(throws: StorageError.self) {
      try write("x", to: scratch["out"], inputs: [scratch["out/a.csv"]])
    }
    #expect(error?.reason.hasPrefix("it holds the input") == true)
  }

  @Test(
    "names stay inside the folder",
    arguments: ["../x", "/x", "a//b", ".hidden", "a/../b", "", "ü", "a b", "manifest.json"])
  func oddNames(name: String) throws {
    let scratch = try Scratch()
    var folder = try OutputFolder(scratch["out"])
    #expect(throws: StorageError.self) { try folder.write(name, []) }
  }

  @Test("a link at the target is refused")
  func link() throws {
    let scratch = try Scratch()
    try write("one", to: scratch["real"])
    try FileManager.default.createSymbolicLink(
      atPath: scratch["link"], withDestinationPath: scratch["real"])
    #expect(throws: StorageError.self) { try write("two", to: scratch["link"]) }
    #expect(scratch.text("real/a.csv") == "one")
  }
}
