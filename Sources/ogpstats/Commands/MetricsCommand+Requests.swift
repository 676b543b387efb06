import Metrics
import Warehouse

extension MetricsCommand {
  /// The questions that a command line asks, checked as far as no data is needed for it.
  ///
  /// - Parameters:
  ///   - names: The metrics.
  ///   - invocation: The command line.
  /// - Returns: A question a metric.
  /// - Throws: ``UsageError`` for what a metric cannot be asked.
  static func requests(
    _ names: [String], _ invocation: Invocation
  ) throws(UsageError) -> [MetricRequest] {
    let window = try window(invocation)
    let comparison = try comparison(invocation, with: window)
    var filters: [MetricRequest.Filter] = []
    for text in invocation.values(filter) { filters.append(try parse(filter: text)) }
    let dimensions = try UsageError.asked { () throws(MetricError) in
      try invocation.value(by).map { Invocation.words($0) }?.map {
        (name) throws(MetricError) in try Dimension(named: name)
      } ?? []
    }
    return try UsageError.asked { () throws(MetricError) in
      try names.map { (name) throws(MetricError) in
        let request = MetricRequest(
          try Metric(named: name), by: dimensions, filters: filters, window: window,
          comparison: comparison, minCell: invocation.number(minCell),
          denominator: invocation.value(denominator)
            .flatMap { MetricRequest.Denominator(rawValue: $0) } ?? .assessed)
        try request.validate()
        return request
      }
    }
  }

  static func window(_ invocation: Invocation) throws(UsageError) -> Window {
    if let year = invocation.number(biennium), let window = Window(biennium: year) {
      return window
    }
    return try UsageError.asked { () throws(MetricError) in
      try Window(from: invocation.day(from), to: invocation.day(to))
    }
  }

  private static func comparison(
    _ invocation: Invocation, with window: Window
  ) throws(UsageError) -> Window? {
    guard let text = invocation.value(compare) else { return nil }
    if text == "previous" {
      return try UsageError.asked { () throws(MetricError) in try window.previous() }
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty, let first = Day(iso: String(parts[0])),
      let last = Day(iso: String(parts[2]))
    else {
      throw UsageError(
        compare,
        "'\(text)' is not a window; expected previous, or two days as in"
          + " 2021-01-01..2022-12-31")
    }
    return try UsageError.asked { () throws(MetricError) in try Window(from: first, to: last) }
  }

  /// Reads `DIM=CODE[,CODE]`; the codes like one record of CSV (readings.md 63).
  static func parse(filter text: String) throws(UsageError) -> MetricRequest.Filter {
    guard let sign = text.firstIndex(of: "=") else {
      throw UsageError(filter, "'\(text)' is not DIM=CODE, such as region=europe,americas")
    }
    let dimension = try UsageError.asked { () throws(MetricError) in
      try Dimension(named: text[..<sign].trimmedSpace)
    }
    let list = String(text[text.index(after: sign)...])
    guard let values = CSVRecord.fields(of: list) else {
      throw UsageError(filter, "in '\(text)' a quote is not closed, or goes on after it")
    }
    guard !values.contains("") else {
      throw UsageError(filter, "'\(text)' names an empty group; unknown is written 'unknown'")
    }
    return MetricRequest.Filter(dimension, in: values)
  }
}

extension UsageError {
  /// What a metric cannot be asked is the command line's fault.
  static func asked<Value>(
    _ question: () throws(MetricError) -> Value
  ) throws(UsageError) -> Value {
    do throws(MetricError) { return try question() } catch {
      throw UsageError(error.description)
    }
  }
}

/// One record of CSV, as on the command line.
enum CSVRecord {
  /// The fields of a record; nothing where a quote is not closed or text follows one.
  ///
  /// - Parameter text: Fields with commas between them; one with a comma or quote in it stands in
  ///   quotes.
  /// - Returns: At least one field.
  static func fields(of text: String) -> [String]? {
    var fields: [String] = []
    var rest = Substring(text)
    while true {
      var field = ""
      if rest.first == "\"" {
        rest.removeFirst()
        while true {
          guard let quote = rest.firstIndex(of: "\"") else { return nil }
          field += rest[..<quote]
          rest = rest[rest.index(after: quote)...]
          guard rest.first == "\"" else { break }
          field += "\""
          rest.removeFirst()
        }
        guard rest.isEmpty || rest.first == "," else { return nil }
      } else {
        field = String(rest.prefix { $0 != "," })
        rest = rest.dropFirst(field.count)
      }
      fields.append(field)
      if rest.isEmpty { return fields }
      rest.removeFirst()
    }
  }
}
