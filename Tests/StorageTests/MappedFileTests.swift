import Storage
import Testing

@Suite("MappedFile")
struct MappedFileTests {
  private static let text = (0..<5000).map { "line \($0)" }.joined(separator: "\n")

  private func text(of file: MappedFile) -> String {
    String(decoding: file.bytes.copy(0..<file.byteCount), as: UTF8.self)
  }

  @Test("bytes that were let go are there again, whatever is let go, mapped and copied")
  func release() throws {
    let scratch = try Scratch()
    try scratch.put(Self.text, "a")
    for file in [
      try MappedFile(scratch["a"]), try MappedFile(scratch["a"], access: .copy),
      try MappedFile(Array(Self.text.utf8), as: "b"),
    ] {
      for range in [0..<file.byteCount, 0..<0, 1..<4097, 4095..<12_289, -5..<1 << 40] {
        file.release(range)
        #expect(text(of: file) == Self.text, "\(range)")
      }
    }
  }
}
