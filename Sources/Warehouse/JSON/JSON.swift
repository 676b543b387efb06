/// A JSON value whose object members keep their order, so that what is written is the same bytes
/// each time.
///
/// Numbers are kept as the text they were written in: a whole number of any size and a share of
/// six decimals come out as they went in.
public enum JSON: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as the text of a JSON number.
  case number(String)
  /// Text.
  case string(String)
  /// A list.
  case array([JSON])
  /// Members in the order they are written.
  case object([Member])

  /// One member of an object.
  public struct Member: Hashable, Sendable {
    /// The member's name.
    public let name: String
    /// Its value.
    public let value: JSON

    /// A member.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - value: Its value.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// A whole number.
  ///
  /// - Parameter value: Any whole number.
  /// - Returns: The number as JSON.
  public static func count(_ value: Int) -> JSON { .number(String(value)) }

  /// The value of an object's member; nothing where this is no object or has no such member.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, where the value is text.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  /// Text.
  ///
  /// - Parameter value: The text.
  public init(stringLiteral value: String) { self = .string(value) }

  /// A truth value.
  ///
  /// - Parameter value: True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
