import Glibc
import Synchronization

/// Signals: an interrupted program removes its temporaries and ends with status 128 + signal.
package enum Interruption {
  private static let pipeEnd = Atomic<Int32>(-1)
  private static let isPrepared = Atomic<Bool>(false)

  /// Takes over SIGINT, SIGTERM and SIGHUP, and lets writing calls report what would otherwise
  /// kill the process: a closed pipe (SIGPIPE) and a file size limit (SIGXFSZ).
  ///
  /// To be called once before anything is written; later calls do nothing. A signal that the
  /// parent had switched off (`nohup`) stays off.
  ///
  /// The handler only writes the signal's number to a pipe, the one thing that is safe there; a
  /// thread that waits at the other end does the rest as plain code.
  package static func prepare() {
    guard !isPrepared.exchange(true, ordering: .acquiringAndReleasing) else { return }
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    pipeEnd.store(ends[1], ordering: .releasing)
    readEnd.store(ends[0], ordering: .releasing)
    var thread = pthread_t()
    let started = unsafe pthread_create(
      &thread, nil,
      { _ in
        Interruption.waitForSignal()
        return nil
      }, nil)
    guard started == 0 else { return }
    _ = pthread_detach(thread)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var old = sigaction()
      if unsafe sigaction(number, nil, &old) == 0,
        unsafe old.__sigaction_handler.sa_handler == nil
      {
        catchSignal(number)
      }
    }
  }

  private static let readEnd = Atomic<Int32>(-1)

  private static func catchSignal(_ number: Int32) {
    _ = signal(number) { number in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = unsafe write(Interruption.pipeEnd.load(ordering: .relaxed), &byte, 1)
      errno = saved
    }
  }

  private static func waitForSignal() {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(readEnd.load(ordering: .acquiring), &byte, 1)
      if count == 1 { Temporaries.removeAllAndExit(128 + Int32(byte)) }
      if count < 0, errno == EINTR { continue }
      return
    }
  }
}
