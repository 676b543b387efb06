public import Membership
public import Warehouse

/// How near a member's status is to being another one, by one parameter alone.
public struct Margin: Hashable, Sendable {
  /// In what ``Margin/Change/missedBy`` counts.
  public enum Unit: String, Hashable, Sendable {
    /// Days, of a parameter that counts months.
    case days
    /// Quarters.
    case quarters
    /// Requirements, of `min_met`.
    case count
  }

  /// What another value of the parameter would do.
  public struct Change: Hashable, Sendable {
    /// The nearest value at which the status is another one; `nil`: never.
    public let value: Int?
    /// The status then.
    public let status: Status
    /// By how much the status was missed: see ``Margins``; `nil` where no number says it.
    public let missedBy: Int?
  }

  /// The member, a row of the members table.
  public let member: Int
  /// The parameter.
  public let parameter: Parameter
  /// Its value; `nil`: never.
  public let value: Int?
  /// The member's status on the as-of day.
  public let status: Status
  /// The nearest change; `nil`: no value of this parameter makes any.
  public let change: Change?

  /// In what the change's ``Change/missedBy`` counts.
  public var unit: Unit {
    switch parameter.unit {
    case .months: .days
    case .quarters: .quarters
    default: .count
    }
  }
}
