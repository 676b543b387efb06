import Dispatch
internal import Storage
import Synchronization

/// Synthetic datasets: fictional members whose plans, reports and assessments hang together.
///
/// The same members and seed give the same bytes on any machine and with any number of threads.
/// Rates (late plans, silent trackers, unmet requirements …) are chosen so that every status and
/// every transition of the handbook occurs; they estimate nothing about real members.
public struct DatasetGenerator: Sendable {
  /// How many members.
  public let memberCount: Int
  /// What the random numbers start from.
  public let seed: UInt64

  /// The last day on which anything is filed.
  public static let horizon = Day(unchecked: 2026, 6, 30)

  /// The most members a dataset can have: ids and row numbers stay within 32 bits.
  public static let largest = 1_500_000

  /// A generator.
  ///
  /// - Parameters:
  ///   - memberCount: How many members, 1 to ``largest``.
  ///   - seed: Any number.
  public init(memberCount: Int, seed: UInt64) {
    self.memberCount = memberCount
    self.seed = seed
  }

  /// What was written.
  public struct Summary: Hashable, Sendable {
    /// Rows of each table that has any.
    public internal(set) var rows: [TableName: Int] = [:]
    /// Bytes of all CSV files.
    public internal(set) var byteCount = 0
  }

  /// Members that are told together: one country, perhaps a joint plan.
  private static let clusterSize = 4
  /// Members that one thread makes at a time.
  private static let blockSize = 128

  /// Makes the members of a block.
  private func part(_ block: Int) -> DatasetPart {
    var part = DatasetPart()
    let end = min((block + 1) * Self.blockSize, memberCount)
    for first in stride(from: block * Self.blockSize, to: end, by: Self.clusterSize) {
      ClusterStory(first: first, count: min(Self.clusterSize, end - first), seed: seed)
        .tell(into: &part)
    }
    return part
  }

  /// Writes the dataset as a folder of CSV files with `dataset.json` and a `README.md`.
  ///
  /// The folder appears whole or not at all; one that stands there is replaced only if this
  /// program wrote it.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - threads: How many threads make and write it; no byte depends on it.
  /// - Returns: What was written.
  /// - Throws: A `StorageError` that names the operation, the path and the reason.
  @discardableResult
  public func write(to path: String, threads: Int) throws -> Summary {
    var folder = try OutputFolder(path)
    let files = try DatasetPart.tables.map { table in
      try TableFile(table, folder.file(table.rawValue + ".csv"))
    }
    let blocks = (memberCount + Self.blockSize - 1) / Self.blockSize
    let wave = max(threads, 1) * 4
    var ready: [DatasetPart] = []
    var next = 0
    // While one wave of blocks is made, the files take the one before; each file has its own hash
    // and its own order, so that who does what when cannot be seen in the bytes.
    while next < blocks || !ready.isEmpty {
      let end = min(next + wave, blocks)
      let writing = ready
      let making = next..<end
      let made = Mutex<[Int: DatasetPart]>([:])
      Self.inParallel(files.count + making.count, threads: threads) { job in
        if job < files.count {
          files[job].append(writing)
        } else {
          let block = making.lowerBound + job - files.count
          let part = part(block)
          made.withLock { $0[block] = part }
        }
      }
      ready = made.withLock { parts in making.compactMap { parts[$0] } }
      next = end
    }
    var summary = Summary()
    for file in files {
      guard let (finished, rows) = try file.finish() else { continue }
      summary.rows[file.table] = rows
      summary.byteCount += finished.byteCount
      folder.add(finished)
    }
    try folder.write("dataset.json", Array(about.utf8))
    try folder.write("README.md", Array(readme.utf8))
    try folder.commit()
    return summary
  }

  /// Runs jobs on a number of threads, each taking the next one that is free.
  private static func inParallel(
    _ count: Int, threads: Int, _ job: @Sendable (Int) -> Void
  ) {
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(max(threads, 1), max(count, 1))) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        job(index)
      }
    }
  }

  private var about: String {
    let text = JSON.object([
      JSON.Member("title", .string("Synthetic OGP Local members")),
      JSON.Member(
        "source", .string("ogpstats generate --members \(memberCount) --seed \(seed)")),
      JSON.Member("licence", "CC0-1.0"),
      JSON.Member("synthetic", true),
    ]).pretty
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  private var readme: String {
    """
    # Synthetic data

    Nothing in this folder is real. The \(memberCount) members, their plans, reports and assessments \
    were made up by

        ogpstats generate --members \(memberCount) --seed \(seed) --out DIR

    and the same command gives the same bytes again. Country codes are real, what is told of the
    countries is not. The rates of lateness, silence and success were chosen so that everything the
    handbook provides for occurs; they estimate nothing. Free to use without conditions (CC0 1.0).

    """
  }
}

/// One table's file while its rows are being written.
private final class TableFile: Sendable {
  let table: TableName
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var file: OutputFolder.File?
    var failure: StorageError?
    var rowCount = 0
  }

  init(_ table: TableName, _ file: consuming OutputFolder.File) throws {
    self.table = table
    var file = file
    try file.write(Array((DatasetPart.header(of: table) + "\n").utf8))
    state = Mutex(State(file: consume file))
  }

  /// Adds the table's rows of several parts in their order; a failure is kept for ``finish()``.
  func append(_ parts: [DatasetPart]) {
    state.withLock { state in
      for part in parts where state.failure == nil {
        let rows = part[table]
        guard rows.rowCount > 0, var file = state.file.take() else { continue }
        do throws(StorageError) { try file.write(rows.bytes) } catch { state.failure = error }
        state.file = consume file
        state.rowCount += rows.rowCount
      }
    }
  }

  /// Ends the file.
  ///
  /// - Returns: Nothing the second time.
  func finish() throws -> (OutputFolder.Finished, rows: Int)? {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      guard let file = state.file.take() else { return nil }
      return (try file.finish(), state.rowCount)
    }
  }
}
