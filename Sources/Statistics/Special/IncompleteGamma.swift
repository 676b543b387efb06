import Glibc

/// The two tails of the gamma distribution with unit scale.
///
/// Series below the mean and Lentz's continued fraction above it (Press et al., "Numerical
/// Recipes", 3rd ed., 6.2): either way the smaller tail is computed, never 1 minus the larger.
package enum IncompleteGamma {
  /// The chance to be below `x`, P(a, x), and to be above it, Q(a, x).
  ///
  /// - Parameters:
  ///   - shape: a > 0.
  ///   - x: x ≥ 0.
  /// - Returns: Both tails.
  /// - Complexity: O(√a) near the mean.
  package static func tails(shape: Double, at x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    let weight = weight(shape, x)
    if x < shape + 1 {
      let lower = min(1, weight * series(shape, x))
      return (lower, 1 - lower)
    }
    let upper = min(1, weight * fraction(shape, x))
    return (1 - upper, upper)
  }

  /// xᵃ e⁻ˣ ÷ Γ(a), as Loader's saddle point.
  private static func weight(_ shape: Double, _ x: Double) -> Double {
    let offset = (x - shape) / shape
    let deviance = shape * (offset - log1p(offset))
    return (shape / (2 * .pi)).squareRoot() * exp(-StirlingError.at(shape) - deviance)
  }

  private static func series(_ shape: Double, _ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var denominator = shape
    while term > sum * 1e-17 {
      denominator += 1
      term *= x / denominator
      sum += term
    }
    return sum
  }

  private static func fraction(_ shape: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    var step = 0.0
    var factor = 0.0
    repeat {
      step += 1
      let a = -step * (step - shape)
      b += 2
      d = a * d + b
      if abs(d) < tiny { d = tiny }
      c = b + a / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      factor = d * c
      value *= factor
    } while abs(factor - 1) > 2.3e-16 && step < 1e7
    return value
  }
}
