import Foundation
import TestSupport

/// The files of the repository, as they stand.
enum Tree {
  /// A file and what it says.
  struct File {
    let path: String
    let text: String

    /// Its lines, numbered from one.
    var lines: [(number: Int, text: Substring)] {
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { ($0.offset + 1, $0.element) }
    }

    /// The places where a pattern matches outside of comment lines, as `path:line: text`.
    func places(of pattern: String, inComments: Bool = false) -> [String] {
      guard text.range(of: pattern, options: .regularExpression) != nil else { return [] }
      return lines.filter { line in
        (inComments || !line.text.drop { $0 == " " }.hasPrefix("//"))
          && line.text.range(of: pattern, options: .regularExpression) != nil
      }
      .map { "\(path):\($0.number): \($0.text.drop { $0 == " " })" }
    }
  }

  /// What is built, installed or kept beside the sources.
  private static let passedOver = [".git", ".venv", "report", "out", "node_modules"]

  /// Every file under the folders, by path; hidden folders of builds are passed over.
  static func files(under folders: String..., ending: [String]) throws -> [File] {
    var found: [File] = []
    for folder in folders {
      let root = Shared.packageRoot.appending(path: folder)
      guard
        let walk = FileManager.default.enumerator(
          at: root, includingPropertiesForKeys: [.isRegularFileKey])
      else { continue }
      for case let url as URL in walk {
        let name = url.lastPathComponent
        if passedOver.contains(name) || name.hasPrefix(".build") {
          walk.skipDescendants()
          continue
        }
        guard ending.contains(where: name.hasSuffix),
          try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
        else { continue }
        let path = url.standardizedFileURL.path
          .dropFirst(Shared.packageRoot.standardizedFileURL.path.count)
        found.append(
          File(
            path: String(path.drop { $0 == "/" }),
            text: String(decoding: try Data(contentsOf: url), as: UTF8.self)))
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// One file, by its path in the repository.
  static func file(_ path: String) throws -> File {
    let url = Shared.packageRoot.appending(path: path)
    return File(path: path, text: String(decoding: try Data(contentsOf: url), as: UTF8.self))
  }
}
