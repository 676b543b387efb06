import Foundation
import PackagePlugin

/// Writes the commit that is checked out into the program, for `ogpstats --version`.
///
/// `OGPSTATS_COMMIT` in the environment wins: a build from a tarball has no repository to ask.
@main
struct StampCommit: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let commit =
      ProcessInfo.processInfo.environment["OGPSTATS_COMMIT"]
      ?? Repository(root: context.package.directoryURL)?.commit ?? "unknown"
    let file = context.pluginWorkDirectoryURL.appending(path: "BuiltCommit.swift")
    let text = "let builtCommit = \"\(commit.filter { $0.isLetter || $0.isNumber })\""
    return [
      .buildCommand(
        displayName: "Noting commit \(commit.prefix(12))", executable: URL(filePath: "/bin/sh"),
        arguments: [
          "-c", "printf '%s\\n' \"$1\" > \"$2\"", "sh", text, file.path(percentEncoded: false),
        ],
        outputFiles: [file])
    ]
  }
}

/// As much of git's folder as it takes to know what is checked out.
struct Repository {
  private let folders: [URL]

  /// The repository of a checkout or of a worktree; nothing where there is none.
  init?(root: URL) {
    var folder = root.appending(path: ".git", directoryHint: .isDirectory)
    let link = Self.text(root.appending(path: ".git", directoryHint: .notDirectory))
    if let link, link.hasPrefix("gitdir: ") {
      let path = String(link.dropFirst("gitdir: ".count))
      folder = URL(filePath: path, directoryHint: .isDirectory, relativeTo: root)
    }
    guard Self.text(folder.appending(path: "HEAD")) != nil else { return nil }
    let common = Self.text(folder.appending(path: "commondir")).map {
      URL(filePath: $0, directoryHint: .isDirectory, relativeTo: folder)
    }
    folders = [folder, common].compactMap(\.self)
  }

  /// The commit's full hash.
  var commit: String? {
    guard let head = Self.text(folders[0].appending(path: "HEAD")) else { return nil }
    guard head.hasPrefix("ref: ") else { return head }
    let name = String(head.dropFirst("ref: ".count))
    for folder in folders {
      if let commit = Self.text(folder.appending(path: name)) { return commit }
      let packed = Self.text(folder.appending(path: "packed-refs")) ?? ""
      for line in packed.split(separator: "\n") where line.hasSuffix(" " + name) {
        return String(line.prefix { $0 != " " })
      }
    }
    return nil
  }

  private static func text(_ file: URL) -> String? {
    (try? String(contentsOf: file, encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
