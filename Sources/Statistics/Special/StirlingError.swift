/// What Stirling's formula leaves over: ln Γ(a + 1) − (a + ½) ln a + a − ½ ln 2π.
enum StirlingError {
  /// The error for a shape of 16 or more, to the last bit or two.
  static func at(_ shape: Double) -> Double {
    let square = shape * shape
    var sum = 1 / 1188.0
    sum = 1 / 1680.0 - sum / square
    sum = 1 / 1260.0 - sum / square
    sum = 1 / 360.0 - sum / square
    return (1 / 12.0 - sum / square) / shape
  }
}
