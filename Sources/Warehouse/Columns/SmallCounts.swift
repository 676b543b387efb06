/// A column of mostly small whole numbers, some missing: two bytes a row.
///
/// Numbers from 65,534 stand in a side list, sorted by row; such documents counts are rare.
public struct SmallCounts: Hashable, Sendable {
  /// The code of a missing number.
  public static let missing = UInt16.max
  /// The code of a number that stands in the side list.
  static let large = UInt16.max - 1

  private let codes: [UInt16]
  private let largeRows: [Int32]
  private let largeValues: [Int64]

  package init(codes: [UInt16], largeRows: [Int32], largeValues: [Int64]) {
    self.codes = codes
    self.largeRows = largeRows
    self.largeValues = largeValues
  }

  /// A column from numbers.
  ///
  /// - Parameter values: A number from 0 or nothing a row.
  public init(_ values: [Int64?]) {
    var codes: [UInt16] = []
    var largeRows: [Int32] = []
    var largeValues: [Int64] = []
    codes.reserveCapacity(values.count)
    for (row, value) in values.enumerated() {
      if let value, value >= Int64(Self.large) {
        codes.append(Self.large)
        largeRows.append(Int32(row))
        largeValues.append(value)
      } else {
        codes.append(value.map { UInt16($0) } ?? Self.missing)
      }
    }
    self.init(codes: codes, largeRows: largeRows, largeValues: largeValues)
  }

  /// How many rows the column has.
  public var count: Int { codes.count }

  /// The number of a row, if it has one.
  public subscript(row: Int) -> Int64? {
    switch codes[row] {
    case Self.missing: return nil
    case Self.large:
      var low = 0
      var high = largeRows.count
      while low < high {
        let middle = (low + high) / 2
        if Int(largeRows[middle]) < row { low = middle + 1 } else { high = middle }
      }
      return largeValues[low]
    case let code: return Int64(code)
    }
  }
}
