internal import Storage

/// Text as labels are compared: without case, accents and surrounding space, the typographic
/// apostrophe as the plain one, œ as oe (data.md, readings.md 3 to 5).
package struct LabelKey: Hashable, Sendable {
  /// The folded text.
  package let text: String

  /// Folds a text.
  ///
  /// - Parameter text: Any text, composed or decomposed.
  package init(_ text: some StringProtocol) {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let value = UInt8(truncatingIfNeeded: scalar.value)
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(value)
        folded.append(isCapital ? Unicode.Scalar(value | 0x20) : scalar)
        continue
      }
      // Marks that follow the letter they belong to.
      if (0x300...0x36F).contains(scalar.value) { continue }
      for lowered in scalar.properties.lowercaseMapping.unicodeScalars {
        if (0x300...0x36F).contains(lowered.value) { continue }
        switch lowered {
        case "\u{2019}", "\u{2018}", "\u{2BC}": folded.append("'")
        case "œ": folded.append(contentsOf: "oe".unicodeScalars)
        default: folded.append(Self.baseLetters[lowered] ?? lowered)
        }
      }
    }
    self.text = LabelKey.trimmed(String(folded))
  }

  /// Text without the white space at its ends.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text from its first to its last character that is not white space.
  package static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(Substring(scalars))
  }

  /// Text without the white space at its ends, as a range of its bytes.
  ///
  /// - Parameters:
  ///   - text: The bytes.
  ///   - range: Where the text stands in them.
  /// - Returns: The range from its first to its last character that is not white space.
  static func trimmed(_ text: RawSpan, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while start < end, isSpace(text.byte(start)) { start += 1 }
    while end > start, isSpace(text.byte(end - 1)) { end -= 1 }
    // Other white space is not ASCII.
    guard start < end, text.byte(start) >= 0x80 || text.byte(end - 1) >= 0x80 else {
      return start..<end
    }
    var scalars = Substring(String(decoding: text.copy(start..<end), as: UTF8.self)).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace {
      scalars.removeFirst()
      start += UTF8.width(first)
    }
    while let last = scalars.last, last.properties.isWhitespace {
      scalars.removeLast()
      end -= UTF8.width(last)
    }
    return start..<end
  }

  /// The letter under the marks, for every lower-case letter that Unicode composes of a Latin
  /// letter and marks.
  private static let baseLetters: [Unicode.Scalar: Unicode.Scalar] = {
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, composed) in composedLetters {
      for scalar in composed.unicodeScalars { letters[scalar] = base }
    }
    return letters
  }()

  private static let composedLetters: [(base: Unicode.Scalar, composed: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋ"),
    ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩ"),
    ("t", "ţťțṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
  ]
}
