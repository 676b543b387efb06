/// How sure an interval is to be: a two-sided level with its normal quantile.
public struct Confidence: Hashable, Sendable {
  /// The level, such as 0.95.
  public let level: Double
  /// The normal quantile at (1 + level) / 2.
  public let z: Double

  /// The chance of a miss on either side together, as it is written: 0.05 for 95 %.
  public let alpha: Double

  /// 90 %.
  public static let ninety = Confidence(level: 0.90, alpha: 0.10, z: 1.644_853_626_951_472_2)
  /// 95 %, the level of everything that is published.
  public static let ninetyFive = Confidence(level: 0.95, alpha: 0.05, z: 1.959_963_984_540_054)
  /// 99 %.
  public static let ninetyNine = Confidence(level: 0.99, alpha: 0.01, z: 2.575_829_303_548_900_4)

  private init(level: Double, alpha: Double, z: Double) {
    self.level = level
    self.alpha = alpha
    self.z = z
  }
}
