import Glibc

/// Seconds by the clock, and seconds of processors, which other programs on the machine disturb less.
struct JobTime: CustomStringConvertible {
  let wall: Double
  let processors: Double

  static var now: JobTime {
    JobTime(wall: seconds(CLOCK_MONOTONIC), processors: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  static func - (late: JobTime, early: JobTime) -> JobTime {
    JobTime(wall: late.wall - early.wall, processors: late.processors - early.processors)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Both, with a blank between.
  var description: String { "\(wall) \(processors)" }
}
