/// Inputs stay untouched: no output may be, hold, or lie in what is read.
package enum OutputGuard {
  /// Refuses an output that would replace or change an input.
  ///
  /// - Parameters:
  ///   - output: The file or folder to be written.
  ///   - inputs: The files and folders that are read.
  /// - Throws: ``StorageError``.
  package static func refuse(output: String, inputs: [String]) throws(StorageError) {
    guard !inputs.isEmpty else { return }
    let outputChain = try ancestors(of: output)
    for input in inputs {
      guard let status = try FileStatus.of(input, followsLinks: true) else { continue }
      if outputChain.contains(where: { $0.isSameFile(as: status) }) {
        throw StorageError(
          refused: output, because: "it is, or lies in, the input \(input)",
          advice: "name an output apart from the input")
      }
      guard let target = try FileStatus.of(output, followsLinks: true), target.isFolder else {
        continue
      }
      if try ancestors(of: input).contains(where: { $0.isSameFile(as: target) }) {
        throw StorageError(
          refused: output, because: "it holds the input \(input)",
          advice: "name an output apart from the input")
      }
    }
  }

  /// A path and all folders above it, as far as they exist.
  private static func ancestors(of path: String) throws(StorageError) -> [FileStatus] {
    var chain: [FileStatus] = []
    var current = Paths.withoutTrailingSlashes(path)
    if let status = try FileStatus.of(current, followsLinks: true) {
      chain.append(status)
      if !status.isFolder { current = Paths.parent(of: current) }
    } else {
      current = Paths.parent(of: current)
    }
    // `..` follows what the disk says, so links and relative paths need no thought.
    for _ in 0..<256 {
      guard let status = try FileStatus.of(current, followsLinks: true) else { break }
      if let last = chain.last, last.isSameFile(as: status), chain.count > 1 { break }
      chain.append(status)
      current = Paths.join(current, "..")
    }
    return chain
  }
}
