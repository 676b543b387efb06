import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Storage

@Suite("Paths")
struct PathsTests {
  @Test("a folder that two threads remove at once is gone, and neither fails")
  func removedTwice() throws {
    let scratch = try Scratch()
    let failures = Mutex<[String]>([])
    for round in 0..<100 {
      let folder = "folder-\(round)"
      for part in 0..<8 { try scratch.put("text", "\(folder)/\(part)/file") }
      let path = scratch[folder]
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        do { try Paths.remove(path) } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    #expect(failures.withLock { $0.isEmpty })
  }
}
