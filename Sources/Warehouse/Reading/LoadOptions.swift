/// How a dataset is read; no option but ``skipsBadRows`` changes what is read.
public struct LoadOptions: Sendable {
  /// How many threads read.
  public var threads = 2
  /// Whether rows that are wrong, and rows that refer to them, are left out instead of refusing the
  /// dataset.
  public var skipsBadRows = false
  /// Whether the files' SHA-256 go into the dataset's origin.
  public var hashesInputs = false
  /// How many bytes of a file a thread takes at a time.
  public var pieceBytes = 1 << 21
  /// Whether files are mapped; else they are copied into memory.
  public var mapsFiles = true
  /// Sizes beyond which files are refused.
  public var limits = CSVLimits.standard

  /// The options that hold where nobody sets others.
  public init() {}
}
