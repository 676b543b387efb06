/// How much a test of generated data looks at.
public enum Volume {
  /// As many as a release build takes a few seconds for; fewer in debug, which is far slower.
  ///
  /// - Parameters:
  ///   - release: How many in a release build.
  ///   - debug: How many in debug.
  /// - Returns: The number for this build.
  public static func of(_ release: Int, inDebug debug: Int) -> Int {
    #if DEBUG
    debug
    #else
    release
    #endif
  }
}
