import Membership
import Testing
import Warehouse

@Suite("Shard")
struct ShardTests {
  @Test("Hashes are the ones of a second implementation, for ever")
  func hashes() {
    // Computed with whole numbers of any size in Python 3.11.
    for (id, hash) in [
      ("", 0xEFD0_1F60_BA99_2926), ("a", 0x82A2_A958_A9BE_CE5B),
      ("m1", 0x5455_E9ED_FF2D_E8F3), ("Łódź", 0x860C_747A_FD8D_AEF9),
    ] as [(String, UInt64)] {
      #expect(Shard.hash(id.utf8) == hash)
    }
  }

  @Test("A part is I/N, counted from 0 or from 1; anything else is refused")
  func reading() throws {
    for (text, index, count) in [
      ("0/1", 0, 1), ("1/1", 0, 1), ("3/7", 3, 7), ("7/7", 0, 7), ("63/64", 63, 64),
    ] {
      let shard = try Shard(text)
      #expect(shard.index == index)
      #expect(shard.count == count)
    }
    for text in [
      "", "/", "1", "1/", "/1", "2/1", "0/0", "-1/2", "1/2/3", " 1/2", "1/1000001", "a/b",
    ] {
      #expect(try #require(throws: ShardError.self) { try Shard(text) }.text == text)
    }
  }

  @Test("Ids that differ in one digit spread evenly over any number of parts")
  func spread() {
    for count in [2, 7, 64] {
      var sizes = [Int](repeating: 0, count: count)
      for number in 0..<6400 {
        sizes[Int(Shard.hash("member-\(number)".utf8) % UInt64(count))] += 1
      }
      let even = 6400 / count
      // Five standard deviations of a fair draw.
      let allowed = 5 * Double(even).squareRoot()
      #expect(sizes.allSatisfy { abs(Double($0 - even)) < allowed }, "\(sizes)")
    }
  }
}
