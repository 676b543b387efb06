internal import Storage

extension Dataset {
  /// Reads a dataset: a folder of CSV files, or one SQLite file (data.md).
  ///
  /// Everything wrong with the data is collected, not thrown. The result is the same for any number
  /// of threads and any size of pieces.
  ///
  /// - Parameters:
  ///   - path: The folder or the file.
  ///   - options: How to read.
  /// - Returns: The dataset where nothing forbids to use it, and everything that was found.
  /// - Throws: ``LoadError`` where there is neither a folder nor a file that can be read.
  public static func load(
    path: String, options: LoadOptions = LoadOptions()
  ) throws(LoadError) -> LoadResult {
    guard path != "-" else {
      throw LoadError(
        "cannot read -: a dataset is a folder of CSV files or a SQLite file; name one")
    }
    do throws(StorageError) {
      switch try Paths.kind(of: path) {
      case .missing:
        throw StorageError(
          reading: path, because: "there is no such file or folder", advice: "check the path")
      case .folder:
        return FolderLoading.load(try FolderFiles(in: path, options), options)
      case .file:
        return DatabaseLoading.load(path, options)
      case .other:
        throw StorageError(
          reading: path, because: "it is neither a folder nor a regular file",
          advice: "name a folder of CSV files or a SQLite file")
      }
    } catch {
      throw LoadError(error.description)
    }
  }

  /// Reads a dataset from CSV files in memory.
  ///
  /// - Parameters:
  ///   - files: The bytes of each file by its name, such as `plans.csv`.
  ///   - options: How to read.
  /// - Returns: As for a folder of these files.
  package static func load(
    files: [String: [UInt8]], options: LoadOptions = LoadOptions()
  ) -> LoadResult {
    FolderLoading.load(FolderFiles(files, options), options)
  }
}
