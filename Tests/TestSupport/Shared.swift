public import Foundation

/// The folder of shared data that stands beside the repository.
public enum Shared {
  /// The package's root folder.
  public static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `../shared`, or what `OGPSTATS_SHARED` names.
  public static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["OGPSTATS_SHARED"] {
      return URL(filePath: path)
    }
    return packageRoot.deletingLastPathComponent().appending(path: "shared")
  }
}
