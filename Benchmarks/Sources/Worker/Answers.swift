import Glibc
import Simulation
import Warehouse

/// Files of answers, to hold those of the peers against.
enum Answers {
  static func write(_ text: String, to path: String) throws {
    guard let file = unsafe fopen(path, "w") else {
      throw BenchError(description: "cannot write \(path)")
    }
    unsafe fputs(text, file)
    unsafe fclose(file)
  }
}

extension ResultTable {
  /// The table as CSV; nothing in the benchmark's data needs quotes.
  var text: String {
    var text = columns.map(\.name).joined(separator: ",") + "\n"
    for row in rows { text += row.map(\.text).joined(separator: ",") + "\n" }
    return text
  }
}

extension StatusSimulation {
  /// A row a scenario, a column a status.
  var text: String {
    var text = "scenario," + Status.list.codes.joined(separator: ",") + "\n"
    for scenario in 0..<scenarios.count {
      let counts = counts(of: scenario).map { String($0) }
      text += ([scenarios.name(of: scenario)] + counts).joined(separator: ",") + "\n"
    }
    return text
  }
}

extension ResultTable.Cell {
  fileprivate var text: String {
    switch self {
    case .empty: ""
    case .code(let code, _): code
    case .word(let word): word
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number), .share(let number): String(number)
    case .day(let day): day.description
    case .words(let words): words.joined(separator: ";")
    }
  }
}
