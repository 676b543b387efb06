import Storage
import Warehouse

/// The program without its process: words in, an exit status out.
enum Program {
  /// Runs one command line.
  ///
  /// - Parameter words: The arguments behind the program's name.
  /// - Returns: 0 done, 1 the data or the run is at fault, 2 the command line is, 141 the reader
  ///   closed the pipe. An interruption (130) ends the process from its own thread.
  static func run(_ words: [String]) -> Int32 {
    var console = Console()
    do {
      try dispatch(words, &console)
      try console.flush()
      return 0
    } catch let error as UsageError {
      let command = words.first.flatMap { word in CommandTable.all.first { $0.name == word } }
      console.complain("ogpstats: \(error)")
      console.complain("Try 'ogpstats help\(command.map { " " + $0.name } ?? "")'.")
      return 2
    } catch let error as StorageError where error.kind == .closedPipe {
      return 141
    } catch {
      return fail(error, &console)
    }
  }

  private static func dispatch(_ words: [String], _ console: inout Console) throws {
    guard let first = words.first else {
      throw UsageError("a command is missing: ogpstats COMMAND [options] DATA")
    }
    if first == "--help" || first == "-h" {
      return try console.print(HelpText.overview)
    }
    if first == "--version" { return try console.print(Version.text) }
    let command = try CommandTable.command(first)
    let invocation = try ArgumentParser.parse(Array(words.dropFirst()), of: command)
    if invocation.has(.help) { return try console.print(HelpText.page(of: command)) }
    console.isQuiet = invocation.has(.quiet)
    try command.run(invocation, &console)
  }

  /// Prints what a command has printed so far, and then why it ended.
  private static func fail(_ error: any Error, _ console: inout Console) -> Int32 {
    do { try console.flush() } catch {
      if error.kind == .closedPipe { return 141 }
    }
    switch error {
    case let error as ImportError:
      console.complain(error.diagnostics.map(\.description))
    case let error as RunError where error == .told: break
    default: console.complain("ogpstats: \(error)")
    }
    return 1
  }
}
