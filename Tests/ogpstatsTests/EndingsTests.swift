import Foundation
import Testing

@Suite("How a run ends")
struct EndingsTests {
  @Test("a reader that goes away ends the run quietly with 141")
  func closedPipe() throws {
    let line = "{ ogpstats status --history '\(Demo.path)' --quiet; echo $? >&2; } | true"
    let run = try Tool.shell("sleep 0; " + line)
    #expect(run.errors == "141\n")
  }

  @Test(
    "a full disk is told, with 1", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))
  )
  func fullDisk() throws {
    let run = try Tool.shell("ogpstats status '\(Demo.path)' > /dev/full")
    #expect(run.status == 1)
    #expect(run.errors.contains("cannot write standard output: No space left on device"))
  }

  @Test("a closed standard output is told, with 1")
  func closedOutput() throws {
    let run = try Tool.shell("ogpstats rules >&-")
    #expect(run.status == 1)
    #expect(run.errors.contains("cannot write standard output"))
  }

  @Test("an interruption ends the run with 130 and leaves nothing behind")
  func interruption() throws {
    let scratch = try Scratch()
    // Whoever runs the tests in the background has switched SIGINT off for all its children.
    let process = Tool.process(
      "/usr/bin/env",
      ["--default-signal=INT", "ogpstats", "generate", "--members", "200000", "--out", "big"],
      in: scratch.path)
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, scratch.listing.isEmpty { usleep(2000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(scratch.listing.isEmpty)
  }

  @Test("data that is not there is told, with 1")
  func missing() throws {
    let run = try Tool.run(["status", "/nowhere/at/all"])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("/nowhere/at/all"))
    #expect(run.errors.contains("there is no such file or folder"))
  }

  @Test("an output is written whole, and never over what is read")
  func output() throws {
    let scratch = try Scratch()
    let printed = try Tool.run(["status", Demo.path])
    let run = try Tool.run(["status", "--out", "status.csv", Demo.path], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(scratch.text("status.csv") == printed.output)
    #expect(scratch.listing == ["status.csv"])

    try FileManager.default.copyItem(atPath: Demo.path, toPath: scratch["data"])
    let before = scratch.text("data/members.csv")
    let refused = try Tool.run(["status", "--out", "data/members.csv", "data"], in: scratch.path)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the input data"))
    #expect(scratch.text("data/members.csv") == before)

    let folder = try Tool.run(["status", "--out", "nowhere/x.csv", Demo.path], in: scratch.path)
    #expect(folder.status == 1)
    #expect(folder.errors.contains("nowhere/x.csv"))
  }

  @Test("quiet says nothing but errors")
  func quiet() throws {
    let loud = try Tool.run(["status", "--as-of", "2022-01-01", Demo.path])
    #expect(loud.errors.contains("warning: "))
    let quiet = try Tool.run(["status", "--as-of", "2022-01-01", "--quiet", Demo.path])
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == loud.output)
    let wrong = try Tool.run(["status", "--quiet", "/nowhere"])
    #expect(!wrong.errors.isEmpty)
  }
}
