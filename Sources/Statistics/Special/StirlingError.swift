import Glibc

/// What Stirling's formula leaves over: ln Γ(a + 1) − (a + ½) ln a + a − ½ ln 2π.
///
/// With it the densities of the gamma and the beta distribution need no difference of large
/// logarithms. Source: Loader (2000), "Fast and accurate computation of binomial probabilities".
enum StirlingError {
  /// The error at a shape above 0.
  static func at(_ shape: Double) -> Double {
    guard shape >= 16 else {
      return lgamma(shape + 1) - (shape + 0.5) * log(shape) + shape - 0.5 * log(2 * .pi)
    }
    let square = shape * shape
    var sum = 1 / 1188.0
    sum = 1 / 1680.0 - sum / square
    sum = 1 / 1260.0 - sum / square
    sum = 1 / 360.0 - sum / square
    return (1 / 12.0 - sum / square) / shape
  }
}
