/// A closed code of data.md: one byte in a column, a word in every output.
///
/// Raw values are positions in ``list``; the order of the cases is the order in every output.
public protocol Code: RawRepresentable<UInt8>, CaseIterable, Hashable, Comparable, Sendable {
  /// The codes with their labels.
  static var list: CodeList { get }
}

extension Code {
  /// The code as CSV and JSON carry it.
  public var code: String { Self.list.entries[Int(rawValue)].code }

  /// The label for people.
  ///
  /// - Parameter language: The language of the label.
  /// - Returns: The label as in taxonomy.csv.
  public func label(_ language: Language) -> String {
    Self.list.entries[Int(rawValue)].label(language)
  }

  /// The position in the list.
  public var number: Int { Int(rawValue) }

  /// The order of the list.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// OGP's own regions, which are not geography.
public enum Region: UInt8, Code {
  case africaMiddleEast, americas, asiaPacific, europe
  /// The codes with their labels.
  public static var list: CodeList { .region }
}

/// What kind of jurisdiction a member is.
public enum Kind: UInt8, Code {
  case city, municipality, county, district, province, region, state, national, other
  /// The codes with their labels.
  public static var list: CodeList { .kind }
}

/// Who monitors a plan (handbook §3.5).
public enum MonitoringBody: UInt8, Code {
  case oversightBody, academic, civilSociety, forum, independentExpert, peer, other
  /// The codes with their labels.
  public static var list: CodeList { .monitoringBody }
}

/// Yes, partially or no: resources secured (Annex 2, field 15) and the eight practices of §3.3.2.
public enum Extent: UInt8, Code {
  case yes, partially, no
  /// The codes with their labels.
  public static var list: CodeList { .resourcesSecured }
}

/// What a tracker report says (Annex 2, field 17).
public enum TrackerStatus: UInt8, Code {
  case notStarted, inProgress, stuck, finished, incomplete
  /// The codes with their labels.
  public static var list: CodeList { .trackerStatus }

  /// The rank by which progress is judged (status.md): not started 0, stuck and incomplete 1, in
  /// progress 2, finished 3.
  @inlinable
  public var rank: UInt8 {
    // A byte a code: statuses follow each other like dice, and a switch would be guessed wrong.
    UInt8(truncatingIfNeeded: UInt64(0x01_03_01_02_00) >> (UInt64(rawValue) &* 8))
  }
}

/// When a meeting was held.
public enum Phase: UInt8, Code {
  case coCreation, implementation
  /// The codes with their labels.
  public static var list: CodeList { .phase }
}

/// How specific a commitment is (plans before 2017).
public enum Specificity: UInt8, Code {
  case none, low, medium, high
  /// The codes with their labels.
  public static var list: CodeList { .specificity }
}

/// The change a commitment would make if carried out.
public enum PotentialImpact: UInt8, Code {
  case none, minor, moderate, transformative
  /// The codes with their labels.
  public static var list: CodeList { .potentialImpact }
}

/// How far a commitment was carried out.
public enum Completion: UInt8, Code {
  case noEvidence, notStarted, limited, substantial, complete
  /// The codes with their labels.
  public static var list: CodeList { .completion }
}

/// Whether a commitment opened government.
public enum EarlyResults: UInt8, Code {
  case worsened, didNotChange, marginal, major, outstanding
  /// The codes with their labels.
  public static var list: CodeList { .earlyResults }
}

/// What happened to a membership.
public enum EventKind: UInt8, Code {
  case extensionGranted, voluntaryInactivity, resumed, coCreationStarted, requirementMet
  case civicSpaceConcern, withdrew
  /// The codes with their labels.
  public static var list: CodeList { .event }
}

/// A co-creation requirement of §3.3.1.
public enum Requirement: UInt8, Code {
  case forum, regularity, multiStakeholder, endorsement
  /// The codes with their labels.
  public static var list: CodeList { .requirement }
}

/// A recommended practice of §3.3.2.
public enum Practice: UInt8, Code {
  case processTransparency, documentationInAdvance, awarenessRaising, inclusiveness
  case communicationChannels, recordKeeping, feedback, collaboration
  /// The codes with their labels.
  public static var list: CodeList { .practice }
}

/// A membership status of §4.
public enum Status: UInt8, Code {
  case active, inactive, inactiveVoluntary, probation, revoked, withdrawn
  /// The codes with their labels.
  public static var list: CodeList { .status }
}

/// An OGP value (Annex 2, field 13).
public enum Value: UInt8, Code {
  case accessToInformation, civicParticipation, publicAccountability, technologyInnovation
  /// The codes with their labels.
  public static var list: CodeList { .value }
}
