import Foundation
import Storage
import Testing

@Suite("OutputFile")
struct OutputFileTests {
  @Test("appears at commit, whole, with nothing beside it")
  func commit() throws {
    let scratch = try Scratch()
    var file = try OutputFile(scratch["a.csv"])
    try file.write(Array("one\n".utf8))
    #expect(scratch.text("a.csv") == nil)
    try file.write(Array("two\n".utf8))
    try file.commit()
    #expect(scratch.text("a.csv") == "one\ntwo\n")
    #expect(scratch.listing == ["a.csv"])
  }

  @Test("the old file stands until the new one takes its place, also when that is given up")
  func abandoned() throws {
    let scratch = try Scratch()
    try scratch.put("old", "a.csv")
    do {
      var file = try OutputFile(scratch["a.csv"])
      try file.write(Array("new".utf8))
    }
    #expect(scratch.text("a.csv") == "old")
    #expect(scratch.listing == ["a.csv"])
    try OutputFile.write(Array("new".utf8), to: scratch["a.csv"])
    #expect(scratch.text("a.csv") == "new")
  }

  @Test("a folder that is not there is named with the way out")
  func missingFolder() throws {
    let scratch = try Scratch()
    let error = #expect(throws: StorageError.self) {
      try OutputFile.write([], to: scratch["no/a.csv"])
    }
    #expect(error?.operation == "create")
    #expect(
      error?.description
        == "cannot create \(scratch["no/a.csv"]): No such file or directory; check the path;"
        + " the folder that is to hold the output must be there")
  }

  @Test("devices, folders and links are not replaced")
  func refusesSpecial() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch["link"], withDestinationPath: scratch["elsewhere"])
    for target in ["/dev/null", scratch.path, scratch["link"]] {
      let error = #expect(throws: StorageError.self) { try OutputFile.write([], to: target) }
      #expect(error?.kind == .refused, "\(target)")
    }
  }

  @Test("an input is never the output")
  func refusesInput() throws {
    let scratch = try Scratch()
    try scratch.put("in", "data/plans.csv")
    for target in ["data/plans.csv", "data/rejects.csv", "data/../data/x.csv"] {
      let error = #expect(throws: StorageError.self) {
        try OutputFile.write([], to: scratch[target], inputs: [scratch["data"]])
      }
      #expect(error?.kind == .refused, "\(target)")
    }
    try OutputFile.write([], to: scratch["rejects.csv"], inputs: [scratch["data"]])
  }

  @Test("the temporary of a dead process is removed, that of a living one stays")
  func stale() throws {
    let scratch = try Scratch()
    // Above the largest process number there can be (2^22).
    try scratch.put("x", ".ogpstats-9999999-abc")
    try scratch.put("x", ".ogpstats-9999998-def/inner")
    try scratch.put("x", ".ogpstats-1-abc")
    try scratch.put("x", ".ogpstats-notes")
    try OutputFile.write([], to: scratch["a"])
    #expect(scratch.listing == [".ogpstats-1-abc", ".ogpstats-notes", "a"])
  }
}
