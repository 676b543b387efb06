import Glibc

/// The end of the program.
package enum Exit {
  /// Ends the process with a status and, where there is one, a last line on standard error.
  ///
  /// - Parameters:
  ///   - status: 0 done, 1 the data or the run is at fault, 2 the command line is, 130
  ///     interrupted, 141 the reader closed the pipe.
  ///   - message: A line without its end; control characters in it must be escaped already.
  package static func now(_ status: Int32, _ message: String?) -> Never {
    if let message {
      var errors = StandardOutput(toErrors: true)
      // There is nowhere left to complain to.
      try? errors.write(message + "\n")
      try? errors.flush()
    }
    exit(status)
  }
}
