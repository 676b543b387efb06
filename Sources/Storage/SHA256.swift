import Glibc

/// SHA-256 (FIPS 180-4), fed piece by piece.
package struct SHA256: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
    0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// The hash of nothing so far.
  package init() {}

  /// Adds bytes.
  ///
  /// - Parameter bytes: Any number of bytes.
  package mutating func update(_ bytes: borrowing RawSpan) {
    byteCount += UInt64(bytes.byteCount)
    unsafe bytes.withUnsafeBytes { unsafe absorb($0) }
  }

  /// Adds bytes.
  ///
  /// - Parameter bytes: Any number of bytes.
  package mutating func update(_ bytes: [UInt8]) { unsafe update(bytes.span.bytes) }

  private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    if !pending.isEmpty {
      let taken = min(64 - pending.count, bytes.count)
      unsafe pending.append(contentsOf: bytes[0..<taken])
      start = taken
      guard pending.count == 64 else { return }
      let block = pending
      pending.removeAll(keepingCapacity: true)
      unsafe block.withUnsafeBytes { unsafe Self.compress(&state, $0) }
    }
    let whole = (bytes.count - start) / 64 * 64
    if whole > 0 {
      unsafe Self.compress(
        &state, UnsafeRawBufferPointer(rebasing: bytes[start..<start + whole]))
    }
    unsafe pending.append(contentsOf: bytes[(start + whole)...])
  }

  /// The digest as 32 bytes.
  package func digest() -> [UInt8] {
    var copy = self
    var tail: [UInt8] = [0x80]
    while (pending.count + tail.count) % 64 != 56 { tail.append(0) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: (byteCount &* 8) >> shift))
    }
    unsafe tail.withUnsafeBytes { unsafe copy.absorb($0) }
    var digest: [UInt8] = []
    for index in copy.state.indices {
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        digest.append(UInt8(truncatingIfNeeded: copy.state[index] >> shift))
      }
    }
    return digest
  }

  /// The digest in lower-case hexadecimal.
  package func hexadecimal() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The hash of a span of bytes.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: RawSpan) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexadecimal()
  }

  /// The hexadecimal digest of bytes in memory.
  ///
  /// - Parameter bytes: Any number of bytes.
  /// - Returns: 64 hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexadecimal()
  }

  /// The hexadecimal digest of a file.
  ///
  /// - Parameter path: A file.
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: ``StorageError``.
  package static func hexadecimal(ofFile path: String) throws(StorageError) -> String {
    let file = try Descriptor(opening: path, flags: O_RDONLY)
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(file.number, $0.baseAddress, $0.count)
      }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        throw StorageError("read", path, errno: code)
      }
      if count == 0 { return hash.hexadecimal() }
      unsafe hash.update(buffer.span.bytes.extracting(0..<count))
    }
  }
}

extension SHA256 {
  /// Works through whole blocks of 64 bytes.
  ///
  /// Plain pointers, so that an unoptimised build is bearable too; every index is a loop's, below
  /// 64.
  private static func compress(
    _ state: inout InlineArray<8, UInt32>, _ bytes: UnsafeRawBufferPointer
  ) {
    unsafe keys.withUnsafeBufferPointer { keys in
      guard let keys = keys.baseAddress else { return }
      unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
        guard let words = words.baseAddress else { return }
        for block in stride(from: 0, to: bytes.count, by: 64) {
          unsafe compress(&state, bytes, block, words, keys)
        }
      }
    }
  }

  private static func compress(
    _ state: inout InlineArray<8, UInt32>, _ bytes: UnsafeRawBufferPointer, _ block: Int,
    _ w: UnsafeMutablePointer<UInt32>, _ k: UnsafePointer<UInt32>
  ) {
    var index = 0
    while index < 16 {
      let word = unsafe bytes.loadUnaligned(
        fromByteOffset: block &+ index &* 4, as: UInt32.self)
      unsafe w[index] = word.byteSwapped
      index &+= 1
    }
    while index < 64 {
      let early = unsafe w[index &- 15]
      let late = unsafe w[index &- 2]
      let first = rotated(early, 7) ^ rotated(early, 18) ^ (early &>> 3)
      let second = rotated(late, 17) ^ rotated(late, 19) ^ (late &>> 10)
      unsafe w[index] = w[index &- 16] &+ first &+ w[index &- 7] &+ second
      index &+= 1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    index = 0
    while index < 64 {
      unsafe round(a, b, c, &d, e, f, g, &h, w[index] &+ k[index])
      unsafe round(h, a, b, &c, d, e, f, &g, w[index &+ 1] &+ k[index &+ 1])
      unsafe round(g, h, a, &b, c, d, e, &f, w[index &+ 2] &+ k[index &+ 2])
      unsafe round(f, g, h, &a, b, c, d, &e, w[index &+ 3] &+ k[index &+ 3])
      unsafe round(e, f, g, &h, a, b, c, &d, w[index &+ 4] &+ k[index &+ 4])
      unsafe round(d, e, f, &g, h, a, b, &c, w[index &+ 5] &+ k[index &+ 5])
      unsafe round(c, d, e, &f, g, h, a, &b, w[index &+ 6] &+ k[index &+ 6])
      unsafe round(b, c, d, &e, f, g, h, &a, w[index &+ 7] &+ k[index &+ 7])
      index &+= 8
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value &>> count | value &<< (32 &- count)
  }

  /// One round; the caller turns the names instead of moving the values.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let chosen = g ^ (e & (f ^ g))
    let high = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let first = h &+ high &+ chosen &+ word
    let majority = (a & b) | (c & (a | b))
    let low = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    d &+= first
    h = first &+ low &+ majority
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let keys: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
