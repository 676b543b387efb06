/// A small square matrix.
struct SquareMatrix {
  let size: Int
  private var values: [Double]

  /// All zeros.
  init(size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  var transposed: SquareMatrix {
    var result = SquareMatrix(size: size)
    for row in 0..<size { for column in 0..<size { result[column, row] = self[row, column] } }
    return result
  }

  /// The row vector times the matrix.
  func applied(to vector: [Double]) -> [Double] {
    (0..<size).map { column in
      var sum = 0.0
      for row in 0..<size { sum += vector[row] * self[row, column] }
      return sum
    }
  }

  static func * (left: SquareMatrix, right: SquareMatrix) -> SquareMatrix {
    var result = SquareMatrix(size: left.size)
    for row in 0..<left.size {
      for column in 0..<left.size {
        var sum = 0.0
        for inner in 0..<left.size { sum += left[row, inner] * right[inner, column] }
        result[row, column] = sum
      }
    }
    return result
  }

  static func + (left: SquareMatrix, right: SquareMatrix) -> SquareMatrix {
    var result = left
    for index in result.values.indices { result.values[index] += right.values[index] }
    return result
  }
}
