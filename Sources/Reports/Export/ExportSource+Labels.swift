import Membership
import Metrics
import Warehouse

/// The rows of `labels`, `rules` and `dataset`.
extension ExportSource {
  /// One label: a code and what people call it in the three languages.
  struct Label: Sendable {
    let code: String
    let texts: [String]

    init(_ entry: CodeEntry) {
      code = entry.code
      texts = Language.allCases.map(entry.label)
    }

    /// A word of the program.
    init(word: String) {
      code = word
      texts = Language.allCases.map { language in
        var vocabulary = Vocabulary(language)
        return vocabulary.label(word)
      }
    }

    init(code: String, _ en: String, _ es: String, _ fr: String) {
      self.code = code
      texts = [en, es, fr]
    }
  }

  /// The codes of a list in their order.
  func labels(of list: ListName) -> [Label] {
    func entries(_ list: CodeList) -> [Label] { list.entries.map { Label($0) } }
    func words(_ words: [String]) -> [Label] { words.map { Label(word: $0) } }
    return switch list {
    case .region: entries(.region)
    case .kind: entries(.kind)
    case .monitoringBody: entries(.monitoringBody)
    case .resourcesSecured: entries(.resourcesSecured)
    case .trackerStatus: entries(.trackerStatus)
    case .phase: entries(.phase)
    case .specificity: entries(.specificity)
    case .potentialImpact: entries(.potentialImpact)
    case .completion: entries(.completion)
    case .earlyResults: entries(.earlyResults)
    case .event: entries(.event)
    case .requirement: entries(.requirement)
    case .practice: entries(.practice)
    case .status: entries(.status)
    case .policyArea: entries(dataset.taxonomy.policyAreas)
    case .sector: entries(dataset.taxonomy.sectors)
    case .value: entries(.value)
    case .reason: words(Reasons.all.map(\.code))
    case .populationBand: words(PopulationBand.names)
    case .planType: words(["single", "joint"])
    case .scope: words(["separate", "joint"])
    case .verifiable: words(["yes", "no"])
    case .obligation:
      words([
        "first_plan", "next_plan", "inception_assessment", "completion_assessment",
        "learning_exercise",
      ])
    case .outcome:
      words(["on_time", "late", "missing"])
        + [Label(code: "open", "Not due yet", "Aún no vence", "Pas encore échu")]
    case .star: words(StarOutcome.allCases.map(\.word))
    case .metric: words(Metric.allCases.map(\.name))
    case .dimension: words(["overall"] + Dimension.allCases.map(\.name) + ["unknown"])
    }
  }

  /// The rows of `labels`: every list, then levels, parts and measures of every metric.
  func labelRows(_ metrics: [ExportRows]) -> ExportRows {
    var rows: [[ResultTable.Cell]] = []
    func add(_ list: String, _ labels: [Label]) {
      for (place, label) in labels.enumerated() {
        rows.append(
          [.word(list), .word(label.code), .count(place + 1)] + label.texts.map { .text($0) })
      }
    }
    for list in ListName.allCases { add(list.rawValue, labels(of: list)) }
    for (name, labels) in Self.ownLists(metrics) { add(name, labels) }
    return ExportRows(ExportSchema.labels, rows)
  }

  /// For each metric what its columns `part`, `level` and `measure` hold, in the order of output.
  private static func ownLists(_ metrics: [ExportRows]) -> [(name: String, labels: [Label])] {
    var lists: [(name: String, labels: [Label])] = []
    var places: [String: Int] = [:]
    var known: Set<[String]> = []
    var cells: [ResultTable.Cell] = []
    for rows in metrics {
      let columns = ["part", "level", "measure"].compactMap { name in
        rows.table.fields.firstIndex { $0.name == name }
      }
      for row in 0..<rows.count {
        cells.removeAll(keepingCapacity: true)
        rows.fill(row, &cells)
        guard case .word(let metric) = cells[0] else { continue }
        for column in columns {
          // Only early results have a part of that name; elsewhere it says that nothing is split.
          if case .word(overall) = cells[column], metric != Metric.earlyResults.name { continue }
          guard let label = label(of: cells[column]) else { continue }
          let name = metric + "." + rows.table.fields[column].name
          guard known.insert([name, label.code]).inserted else { continue }
          if places[name] == nil {
            places[name] = lists.count
            lists.append((name, []))
          }
          if let place = places[name] { lists[place].labels.append(label) }
        }
      }
    }
    return lists
  }

  private static func label(of cell: ResultTable.Cell) -> Label? {
    switch cell {
    case .code(let code, let list):
      list.entries.first { $0.code == code }.map { Label($0) } ?? Label(word: code)
    case .word(let word): Label(word: word)
    default: nil
    }
  }

  var ruleRows: ExportRows {
    ExportRows(ExportSchema.rules, rules.table(.en).rows)
  }

  func datasetRows(_ about: [(name: String, value: String)]) -> ExportRows {
    ExportRows(
      ExportSchema.dataset,
      about.map { [.word($0.name), $0.value.isEmpty ? .empty : .text($0.value)] })
  }
}
