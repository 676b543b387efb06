import Glibc

/// The two tails of the beta distribution and its quantiles.
///
/// Lentz's continued fraction on the side where it is quick (Press et al., "Numerical Recipes",
/// 3rd ed., 6.4), with Loader's saddle point for the factor before it.
package enum IncompleteBeta {
  /// The chance to be below `x`, I(x; a, b), and to be above it.
  ///
  /// - Parameters:
  ///   - a: The first shape, above 0.
  ///   - b: The second shape, above 0.
  ///   - x: A point; below 0 is 0, above 1 is 1.
  /// - Returns: Both tails, the smaller one to full precision.
  /// - Complexity: O(√(a + b)) near the mean.
  package static func tails(_ a: Double, _ b: Double, at x: Double) -> (
    lower: Double, upper: Double
  ) {
    guard x > 0 else { return (0, 1) }
    guard x < 1 else { return (1, 0) }
    let weight = weight(a, b, x)
    if x < (a + 1) / (a + b + 2) {
      let lower = min(1, weight * fraction(a, b, x) / a)
      return (lower, 1 - lower)
    }
    let upper = min(1, weight * fraction(b, a, 1 - x) / b)
    return (1 - upper, upper)
  }

  /// The point that has a given chance below it.
  ///
  /// - Parameters:
  ///   - chance: Within 0…1.
  ///   - a: The first shape.
  ///   - b: The second shape.
  /// - Returns: A point within 0…1.
  package static func point(lowerTail chance: Double, _ a: Double, _ b: Double) -> Double {
    Bisection.lastPoint(in: Interval(low: 0, high: 1)) { tails(a, b, at: $0).lower < chance }
  }

  /// The point that has a given chance above it.
  ///
  /// - Parameters:
  ///   - chance: Within 0…1.
  ///   - a: The first shape.
  ///   - b: The second shape.
  /// - Returns: A point within 0…1.
  package static func point(upperTail chance: Double, _ a: Double, _ b: Double) -> Double {
    Bisection.lastPoint(in: Interval(low: 0, high: 1)) { tails(a, b, at: $0).upper > chance }
  }

  /// xᵃ (1 − x)ᵇ Γ(a + b) ÷ (Γ(a) Γ(b)).
  private static func weight(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let n = a + b
    let mean = a / n
    let (u, v) = ((x - mean) / mean, (mean - x) / (b / n))
    let deviance = a * (u - log1p(u)) + b * (v - log1p(v))
    let stirling = StirlingError.at(n) - StirlingError.at(a) - StirlingError.at(b)
    return (a * b / (2 * .pi * n)).squareRoot() * exp(stirling - deviance)
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func nonzero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var value = d
    var m = 0.0
    var factor = 0.0
    repeat {
      m += 1
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      factor = d * c
      value *= factor
    } while abs(factor - 1) > 2.3e-16 && m < 1e7
    return value
  }
}
