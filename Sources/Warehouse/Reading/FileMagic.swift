internal import Storage

/// Files that are no CSV text, known by their first bytes.
enum FileMagic {
  /// What a file is if it is no text of ours, and what to do about it.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: Its name, for the command that mends it.
  /// - Returns: Nothing for what may be CSV.
  static func name(_ bytes: RawSpan, fileName: String) -> String? {
    func begins(_ magic: [UInt8], at offset: Int = 0) -> Bool {
      guard bytes.byteCount >= offset + magic.count else { return false }
      for (index, byte) in magic.enumerated() where bytes.byte(offset + index) != byte {
        return false
      }
      return true
    }
    if begins(Array("SQLite format 3\0".utf8)) {
      return "a SQLite database; give the program that file itself instead of the folder"
    }
    if begins([0x1F, 0x8B]) { return "compressed with gzip; unpack it: gzip -dc \(fileName)" }
    if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      return "an Excel workbook (.xlsx) or another ZIP archive; save it as CSV UTF-8"
    }
    if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return "an old Excel workbook (.xls); save it as CSV UTF-8"
    }
    if begins([0x28, 0xB5, 0x2F, 0xFD]) {
      return "compressed with zstd; unpack it: zstd -dc \(fileName)"
    }
    if begins([0x42, 0x5A, 0x68]) {
      return "compressed with bzip2; unpack it: bzip2 -dc \(fileName)"
    }
    if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      return "compressed with xz; unpack it: xz -dc \(fileName)"
    }
    if begins(Array("%PDF-".utf8)) { return "a PDF document" }
    if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) { return utf("32", fileName) }
    if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) { return utf("16", fileName) }
    // UTF-16 without a mark: every other byte of the first letters is NUL.
    if bytes.byteCount >= 8 {
      let even = (0..<4).allSatisfy { bytes.byte($0 * 2) == 0 && bytes.byte($0 * 2 + 1) != 0 }
      let odd = (0..<4).allSatisfy { bytes.byte($0 * 2) != 0 && bytes.byte($0 * 2 + 1) == 0 }
      if even || odd { return utf("16", fileName) }
    }
    return nil
  }

  private static func utf(_ width: String, _ fileName: String) -> String {
    "UTF-\(width) text; make it UTF-8: iconv -f UTF-\(width) -t UTF-8 \(fileName)"
  }
}
