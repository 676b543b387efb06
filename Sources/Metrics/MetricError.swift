internal import Membership

/// Why a metric cannot be asked for like that: the command line is at fault, not the data.
public enum MetricError: Error, Hashable, Sendable {
  /// There is no metric of that name.
  case unknownMetric(name: String, nearest: String?)
  /// There is no dimension of that name.
  case unknownDimension(name: String, nearest: String?)
  /// The metric's population has no such dimension.
  case notADimension(Dimension, of: Metric)
  /// More than three dimensions.
  case tooManyDimensions(Int)
  /// The same dimension twice.
  case repeatedDimension(Dimension)
  /// The dimension has no such group.
  case unknownCode(Dimension, value: String, nearest: String?)
  /// Two windows of the metric cannot be compared.
  case notComparable(Metric)
  /// The window to compare with lies before one that has an open end.
  case openWindow
  /// The window ends before it begins.
  case backwardWindow(Window)
  /// The metric has no `no_evidence` to leave out.
  case notCodable(Metric)

  static func nearest(_ text: String, _ names: [some RawRepresentable<String>]) -> String? {
    SimilarNames.nearest(to: text, among: names.map(\.rawValue))
  }
}

extension MetricError: CustomStringConvertible {
  /// What stands there, what was expected, and the nearest right name.
  public var description: String {
    switch self {
    case .unknownMetric(let name, let nearest):
      "unknown metric '\(name)'" + MetricError.hint(nearest, "`ogpstats metrics list` names them")
    case .unknownDimension(let name, let nearest):
      "unknown dimension '\(name)'"
        + MetricError.hint(nearest, "`ogpstats metrics list` names them")
    case .notADimension(let dimension, let metric):
      "\(metric.name) counts \(metric.population.rawValue), which have no \(dimension.name);"
        + " they have " + metric.dimensions.map(\.name).joined(separator: ", ")
    case .tooManyDimensions(let count):
      "--by names \(count) dimensions; at most three can be crossed"
    case .repeatedDimension(let dimension):
      "--by names \(dimension.name) twice; name each dimension once"
    case .unknownCode(let dimension, let value, let nearest):
      "\(dimension.name) has no group '\(value)'"
        + MetricError.hint(nearest, "groups are written as in the table that --by prints")
    case .notComparable(let metric):
      "--compare is not for \(metric.name); ask for each window on its own"
    case .openWindow:
      "--compare previous needs a window with both ends: --biennium, or --from and --to"
    case .backwardWindow(let window):
      "the window \(window) ends before it begins"
    case .notCodable(let metric):
      "--denominator codable is not for \(metric.name); it is for completion, completion_change,"
        + " ambition and stars"
    }
  }

  private static func hint(_ nearest: String?, _ otherwise: String) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? "; \(otherwise)"
  }
}
