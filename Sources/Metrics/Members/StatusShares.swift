internal import Membership
internal import Warehouse

/// The members' statuses as at the window's last known day.
struct StatusMetric: CountedMetric {
  private let run: MetricRun
  private let replay: Replay

  init(_ run: MetricRun) {
    self.run = run
    replay = run.cohort.replay
  }

  var levels: Levels { .codes(Status.list) }

  var rowCount: Int { run.days.contains(run.last.number) ? replay.memberCount : 0 }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    for member in rows {
      guard let status = replay.status(of: member, on: run.last) else { continue }
      tally.add(
        Item(member: Int32(member), day: run.last.number), levels: 1 << UInt64(status.rawValue))
    }
  }
}

/// The members' statuses at each quarter's last day.
struct StatusByQuarterMetric: CountedMetric {
  private let run: MetricRun
  private let replay: Replay

  init(_ run: MetricRun) {
    self.run = run
    replay = run.cohort.replay
  }

  var stratum: Axis? {
    Axis(name: "at", source: .stratum, size: Axis.yearCount * 4, labels: .quarterEnds)
  }

  var levels: Levels { .codes(Status.list) }

  var rowCount: Int { replay.memberCount }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    guard let window = run.known else { return }
    for member in rows {
      for spell in replay.spells(of: member) {
        let first = max(spell.from.number, window.lowerBound)
        let last = min(spell.to?.number ?? window.upperBound, window.upperBound)
        guard first <= last else { continue }
        var quarter = Quarter(containing: Day(number: first))
        while quarter.lastDay.number <= last {
          let day = quarter.lastDay.number
          tally.add(
            Item(member: Int32(member), day: day, stratum: Int32(Axis.quarter(of: day))),
            levels: 1 << UInt64(spell.status.rawValue))
          quarter = Quarter(index: quarter.index + 1)
        }
      }
    }
  }
}

/// The replayed status against the latest that was recorded (readings.md 43).
struct AgreementMetric: CountedMetric {
  private let run: MetricRun
  private let replay: Replay
  private let latest: LatestRows

  init(_ run: MetricRun) {
    self.run = run
    replay = run.cohort.replay
    let recorded = run.dataset.recordedStatuses
    latest = LatestRows(
      run.dataset.members.count, recorded.members, recorded.fromOn, upTo: run.last)
  }

  var levels: Levels { .words(["agrees", "differs"]) }

  var rowCount: Int { run.days.contains(run.last.number) ? replay.memberCount : 0 }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    for member in rows {
      guard let status = replay.status(of: member, on: run.last), let row = latest[member] else {
        continue
      }
      let agrees = run.dataset.recordedStatuses.statuses[row] == status
      tally.add(
        Item(member: Int32(member), day: run.last.number), levels: agrees ? 0b01 : 0b10)
    }
  }
}
