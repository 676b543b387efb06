import Foundation
import Synchronization
import TestSupport

/// The built program, run as a process of its own.
struct Tool {
  /// How a run ended and what it said.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder of the built products: the test bundle stands beside the program.
  static let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The program.
  static let path = products.appending(path: "ogpstats").path

  /// Runs it in a folder.
  static func run(_ arguments: [String], in folder: String = "/") throws -> Run {
    try launch(path, arguments, in: folder)
  }

  /// Runs a line of shell in which `ogpstats` is the program.
  static func shell(_ line: String, in folder: String = "/") throws -> Run {
    try launch("/bin/sh", ["-c", line], in: folder)
  }

  private static func launch(
    _ program: String, _ arguments: [String], in folder: String
  ) throws -> Run {
    let scratch = try Scratch()
    let process = process(program, arguments, in: folder)
    // Files, not pipes: nothing has to be drained while it runs.
    let output = try handle(scratch["output"])
    let errors = try handle(scratch["errors"])
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: scratch.text("output") ?? "", errors: scratch.text("errors") ?? "")
  }

  /// The program, not started yet.
  static func process(
    _ program: String, _ arguments: [String], in folder: String
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = products.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    return process
  }

  private static func handle(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(filePath: path))
    return try FileHandle(forWritingTo: URL(filePath: path))
  }
}

/// A fresh folder that goes away with the test.
final class Scratch {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "ogpstats-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(name: String) -> String { path + "/" + name }

  /// Everything in it, hidden files too.
  var listing: [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: path).sorted()) ?? []
  }

  func put(_ text: String, _ name: String) throws {
    let url = URL(filePath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ name: String) -> String? {
    (try? Data(contentsOf: URL(filePath: self[name]))).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The data that comes with the repository.
enum Demo {
  static let path = Shared.packageRoot.appending(path: "datasets/demo").path
}
