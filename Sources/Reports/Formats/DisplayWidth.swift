/// How many columns of a terminal text takes, and text made safe for one.
enum DisplayWidth {
  /// The columns that a text takes: 2 for East Asian wide characters and emoji, 0 for combining
  /// marks and other invisible ones.
  ///
  /// - Parameter text: Text without control characters.
  /// - Returns: The number of columns.
  static func of(_ text: String) -> Int {
    // ASCII is the rule; its bytes are its columns.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    var width = 0
    for character in text { width += self.width(of: character) }
    return width
  }

  private static func width(of character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // A selector asks for the picture form, which is wide; joined pictures share one place.
      if scalar == "\u{FE0F}" { return 2 }
      width = max(width, self.width(of: scalar))
    }
    return width
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar == "\u{AD}" ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// East Asian Width W and F (Unicode 14), without emoji, gaps of unassigned characters closed.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
    0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text with nothing in it that a terminal obeys: control characters become their pictures
  /// (␛ for ESC), line and paragraph separators ␤, and marks that turn the direction of what
  /// follows �.
  var inert: String {
    guard unicodeScalars.contains(where: { $0.isObeyed }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x2028, 0x2029: result += "\u{2424}"
      case 0x00...0x1F:
        result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result += "\u{2421}"
      default: result.unicodeScalars.append(scalar.isObeyed ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal does something else than show it: controls, line separators, and the
  /// marks, embeddings, overrides and isolates of direction.
  fileprivate var isObeyed: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
