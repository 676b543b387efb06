import Statistics
import Testing

@Suite("Replicates")
struct ReplicatesTests {
  @Test("Random123's known answers")
  func known() {
    let zeros = Philox4x64.words(
      at: Philox4x64.Block(0, 0, 0, 0), key: Philox4x64.Key(0, 0))
    #expect(
      zeros
        == Philox4x64.Block(
          0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b,
          0x7e68_b68a_ec7b_a23b))
    let ones = Philox4x64.words(
      at: Philox4x64.Block(.max, .max, .max, .max), key: Philox4x64.Key(.max, .max))
    #expect(
      ones
        == Philox4x64.Block(
          0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6,
          0xa09c_aebf_594f_0ba0))
    let pi = Philox4x64.words(
      at: Philox4x64.Block(
        0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0,
        0x082e_fa98_ec4e_6c89),
      key: Philox4x64.Key(0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c))
    #expect(
      pi
        == Philox4x64.Block(
          0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5,
          0x57bd_43b5_e52b_7fe6))
  }

  @Test("The words and the uniform number of numpy, which counts up before it draws")
  func numpy() throws {
    for row in ReplicateNumbers.blocks.rows {
      func word(_ name: String) throws -> UInt64 { try #require(row.word(name)) }
      let block = Philox4x64.words(
        at: Philox4x64.Block(try word("c0"), try word("c1"), try word("c2"), try word("c3")),
        key: Philox4x64.Key(try word("k0"), try word("k1")))
      #expect(
        block
          == Philox4x64.Block(try word("w0"), try word("w1"), try word("w2"), try word("w3")))
      #expect(Philox4x64.uniform(block.w0) == row["uniform"])
    }
    #expect(Philox4x64.uniform(0) == 0 && Philox4x64.uniform(.max) < 1)
  }

  @Test("Quantiles of type 7 are numpy's")
  func quantiles() {
    for row in ReplicateNumbers.quantiles.rows {
      let value = SampleQuantile.type7(row.int("perMille"), of: 1000, in: [1, 2, 4, 8, 16])
      #expect(abs((value ?? .nan) - row["value"]) < 1e-14, "\(row)")
    }
    #expect(SampleQuantile.type7(1, of: 2, in: []) == nil)
    #expect(SampleQuantile.type7(1, of: 20, in: [7]) == 7)
  }

  @Test("The mean of a paired difference is scipy's ttest_rel, in whatever order it comes")
  func paired() throws {
    let rows = ReplicateNumbers.pairs.rows
    var (all, turned) = (PairedReplicates(), PairedReplicates())
    for row in rows { all.add(baseline: row.int("baseline"), reform: row.int("reform")) }
    for row in rows.reversed() {
      var one = PairedReplicates()
      one.add(baseline: row.int("baseline"), reform: row.int("reform"))
      turned.add(one)
    }
    #expect(all == turned)
    let interval = try #require(all.difference.interval())
    #expect(abs(interval.low - ReplicateNumbers.pairedLow) < 1e-12)
    #expect(abs(interval.high - ReplicateNumbers.pairedHigh) < 1e-12)
    #expect(abs((all.correlation ?? 0) - ReplicateNumbers.correlation) < 1e-12)
    #expect((all.varianceReduction ?? 0) > 1)
  }

  @Test("One replicate has a mean and no error; equal ones have no spread")
  func few() {
    let one = ReplicateSums([5])
    #expect(one.mean == 5 && one.standardError == nil && one.interval() == nil)
    #expect(ReplicateSums([Int]()).mean == nil)
    let equal = ReplicateSums([3, 3, 3])
    #expect(equal.variance == 0 && equal.interval() == Interval(low: 3, high: 3))
    var pairs = PairedReplicates()
    for _ in 0..<3 { pairs.add(baseline: 1, reform: 1) }
    #expect(pairs.varianceReduction == nil && pairs.correlation == nil)
  }
}
