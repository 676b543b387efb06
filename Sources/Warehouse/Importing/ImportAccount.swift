/// What an import did: rows, what was dropped and why, what contradicts itself.
public struct ImportAccount: Hashable, Sendable {
  /// Rows of the source that hold a commitment.
  public internal(set) var rowsRead = 0
  /// Rows that repeat the header, and a row of column numbers.
  public internal(set) var rowsPassedOver = 0
  /// Rows written, by table.
  public internal(set) var rowsWritten: [TableName: Int] = [:]
  /// A reason why values were dropped, in one column.
  public struct Drop: Hashable, Sendable, Comparable {
    /// The source's column.
    public let column: String
    /// ND, NR, NA or unclear.
    public let reason: String

    /// By column, then by reason.
    public static func < (left: Drop, right: Drop) -> Bool {
      (left.column, left.reason) < (right.column, right.reason)
    }
  }
  /// Values dropped, by column and reason.
  public internal(set) var dropped: [Drop: Int] = [:]
  /// A label that contradicts the numeric code beside it.
  public struct Contradiction: Hashable, Sendable {
    /// The line in the source file.
    public let line: Int
    /// The commitment's id.
    public let commitment: String
    /// The column of labels.
    public let column: String
    /// What the label says: this was taken.
    public let label: String
    /// What the numeric code says: this was not.
    public let code: String
  }
  /// Labels that contradict their numeric codes, in the source's order.
  public internal(set) var contradictions: [Contradiction] = []
  /// A commitment number that stands more than once in a plan.
  public struct Repeat: Hashable, Sendable {
    /// The country as the source names it.
    public let country: String
    /// The plan's number.
    public let plan: String
    /// The commitment's number.
    public let number: String
    /// The lines it stands on.
    public internal(set) var lines: [Int]
  }
  /// Commitment numbers that occur more than once, in the source's order.
  public internal(set) var repeats: [Repeat] = []

  /// The account for people, one fact a line.
  public var text: String {
    var lines = ["rows read: \(rowsRead)"]
    if rowsPassedOver > 0 {
      lines.append("rows passed over (column numbers, repeated headers): \(rowsPassedOver)")
    }
    for table in TableName.allCases {
      guard let rows = rowsWritten[table] else { continue }
      lines.append("rows written, \(table.rawValue): \(rows)")
    }
    for (drop, count) in dropped.sorted(by: { $0.key < $1.key }) {
      lines.append("values dropped, \(drop.column), \(drop.reason): \(count)")
    }
    lines.append(
      "labels that contradict their numeric code (the label was taken): \(contradictions.count)")
    for item in contradictions {
      lines.append(
        "  line \(item.line), \(item.commitment): \(item.column) says \(item.label),"
          + " its code is \(item.code)")
    }
    lines.append("commitment numbers that occur more than once in a plan: \(repeats.count)")
    for item in repeats {
      let places = item.lines.map(String.init).joined(separator: ", ")
      lines.append(
        "  \(item.country), plan \(item.plan), commitment \(item.number): lines \(places)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
