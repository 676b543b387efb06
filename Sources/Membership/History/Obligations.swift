import Warehouse

extension HistoryCompiler {
  /// Sets the bits of the obligated quarters, which are one run a commitment and member.
  ///
  /// A quarter from a to b is obligated by a commitment where plan and commitment are submitted
  /// and begun by a, b is within the plan, and the commitment is not withdrawn by b nor finished
  /// before a.
  func markObligations(in words: inout [QuarterWord], finished: [Int32]) {
    let plans = dataset.plans
    let commitments = dataset.commitments
    let overlaps = reading.contains(.quartersMayOverlap)
    for commitment in 0..<commitments.count {
      let plan = Int(commitments.plans[commitment])
      let known = max(
        plans.submittedOn[plan].number, commitments.submittedOn[commitment].number)
      guard known <= asOf else { continue }
      let from = max(
        known, plans.startsOn[plan].number, commitments.startsOn[commitment].number)
      var through = plans.endsOn[plan].number
      // A withdrawal is known from its day on; a later one has not happened yet.
      if let withdrawn = commitments.withdrawnOn[commitment]?.number, withdrawn <= asOf {
        through = min(through, withdrawn - 1)
      }
      guard from <= through else { continue }
      var first: Int
      var last: Int
      if overlaps {
        first = calendar.quarter(of: from)
        last = calendar.quarter(of: through)
      } else {
        first = calendar.firstQuarter(from: from)
        last = calendar.lastQuarter(through: through)
      }
      if finished[commitment] != MemberRecord.unknown {
        last = min(last, calendar.quarter(of: finished[commitment]))
      }
      guard first <= last else { continue }
      forEachMember(of: commitment) { member in
        let base = Int(records[member].baseQuarter)
        let start = Int(records[member].words)
        let bits = (Int(records[member + 1].words) - start) * 64
        setBits(
          from: max(first - base, 0), through: min(last - base, bits - 1), start: start, &words)
      }
    }
  }

  private func setBits(
    from first: Int, through last: Int, start: Int, _ words: inout [QuarterWord]
  ) {
    guard first <= last else { return }
    for word in (first >> 6)...(last >> 6) {
      let low = max(first - word << 6, 0)
      let high = min(last - word << 6, 63)
      let mask = (UInt64.max >> UInt64(63 - high)) & (UInt64.max << UInt64(low))
      words[start + word].obligated |= mask
    }
  }
}
