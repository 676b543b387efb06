internal import Storage

/// Finds the number of a code or label of one list in a cell.
///
/// The code itself in lower case, which nearly all files write, is found by one look into a table
/// of 256; everything else is folded and looked up in a dictionary.
struct CodeMatcher: Sendable {
  /// The list as it stands.
  private(set) var list: CodeList
  private var numbers: [LabelKey: UInt8]
  /// Every name, folded, with the code it means: what the nearest is looked for among.
  private var names: [String] = []
  private var meanings: [Int] = []
  private var multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Number + 1 by the hash of a code's length and first eight bytes; 0: none.
  private var quick: [UInt8] = []
  /// The codes end to end, where each begins, and each one's first eight bytes.
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var heads: [UInt64] = []

  /// A matcher for a list of at most 64 codes.
  ///
  /// - Parameters:
  ///   - list: The codes and labels.
  ///   - words: Further words and the code they mean.
  init(_ list: CodeList, words: [(word: String, code: String)] = []) {
    self.list = list
    numbers = [:]
    for (number, entry) in list.entries.enumerated() {
      for text in [entry.code, entry.en, entry.es, entry.fr] + entry.aliases where !text.isEmpty {
        let key = LabelKey(text)
        names.append(key.text)
        meanings.append(number)
        if numbers[key] == nil { numbers[key] = UInt8(truncatingIfNeeded: number) }
      }
    }
    for (word, code) in words {
      if let number = list.number(of: code), numbers[LabelKey(word)] == nil {
        numbers[LabelKey(word)] = UInt8(truncatingIfNeeded: number)
      }
    }
    buildQuick()
  }

  private mutating func buildQuick() {
    let codes = list.entries.map { Array($0.code.utf8) }
    bytes = Array(codes.joined())
    starts = codes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    heads = codes.map { $0.rawBytes.word(0, count: min($0.count, 8)) }
    // A multiplier without collisions is found in a few tries for lists of this size.
    for _ in 0..<64 {
      quick = Array(repeating: 0, count: 256)
      var isGood = true
      for (number, code) in codes.enumerated() {
        let slot = Self.slot(heads[number], code.count, multiplier)
        if quick[slot] != 0 { isGood = false }
        quick[slot] = UInt8(truncatingIfNeeded: number + 1)
      }
      if isGood { return }
      multiplier = multiplier &* 0x5851_F42D_4C95_7F2D | 1
    }
  }

  @inline(__always)
  private static func slot(_ head: UInt64, _ count: Int, _ multiplier: UInt64) -> Int {
    Int(truncatingIfNeeded: ((head ^ UInt64(count)) &* multiplier) >> 56)
  }

  /// The number of an exact lower-case code.
  ///
  /// - Returns: Nothing for anything else, also for labels.
  @inline(__always)
  func quickNumber(_ text: RawSpan, _ start: Int, _ count: Int) -> UInt8? {
    let head = text.word(start, count: min(count, 8))
    let candidate = Int(quick[Self.slot(head, count, multiplier)]) &- 1
    guard candidate >= 0, heads[candidate] == head,
      starts[candidate &+ 1] &- starts[candidate] == count,
      count <= 8
        || text.equals(at: start, count: count, bytes.rawBytes, at: starts[candidate])
    else { return nil }
    return UInt8(truncatingIfNeeded: candidate)
  }

  /// The number of a code or label in any spelling that data.md allows.
  ///
  /// - Parameter text: The cell's text.
  /// - Returns: Nothing where the list has no such code.
  func number(_ text: some StringProtocol) -> UInt8? { numbers[LabelKey(text)] }

  /// The code whose code or label is nearest to a text, where one is near.
  ///
  /// - Parameter text: The cell's text.
  /// - Returns: The code, or nothing.
  func nearest(to text: String) -> String? {
    let nearest = Nearest.index(of: LabelKey(text).text, among: names)
    return nearest.map { list.entries[meanings[$0]].code }
  }

  /// Adds a code behind the others.
  ///
  /// - Parameter entry: The code; its labels may be empty.
  /// - Returns: Which of code, English, Spanish and French label already names another code, if
  ///   one does; nothing is added then.
  mutating func append(_ entry: CodeEntry) -> Int? {
    let texts = [entry.code, entry.en, entry.es, entry.fr]
    if let taken = texts.firstIndex(where: { !$0.isEmpty && numbers[LabelKey($0)] != nil }) {
      return taken
    }
    let number = UInt8(truncatingIfNeeded: list.entries.count)
    for text in texts where !text.isEmpty {
      let key = LabelKey(text)
      numbers[key] = number
      names.append(key.text)
      meanings.append(Int(number))
    }
    list.entries.append(entry)
    buildQuick()
    return nil
  }
}
