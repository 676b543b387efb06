import Membership
package import Metrics
import Warehouse

/// The biennial analysis of the programme: `ogpstats report`.
///
/// ```swift
/// let report = try BiennialReport(of: cohort, over: window, options: options)
/// for file in report.files() { try folder.write(file.path, file.bytes) }
/// ```
///
/// Pages, tables and receipt are the same bytes for the same data, rules, window, options and
/// version.
package struct BiennialReport: Sendable {
  private let figures: Figures
  private let options: PageOptions

  /// Computes the figures of a report.
  ///
  /// - Parameters:
  ///   - cohort: The data as known on a day under rules.
  ///   - window: The period, as a rule a biennium; without both ends there is no comparison.
  ///   - options: Languages, reform, flavour and what the receipt is to say.
  /// - Throws: ``MetricError``.
  package init(
    of cohort: Cohort, over window: Window, options: PageOptions
  ) throws(MetricError) {
    figures = try Figures(cohort, window, minCell: options.minCell)
    self.options = options
  }

  /// The files of the folder: `index.html`, `index.es.html`, `index.fr.html`, `tables/*.csv`,
  /// `report.json`.
  ///
  /// - Returns: Paths and bytes, in the order of the receipt.
  /// - Throws: ``MetricError``.
  package func files() throws(MetricError) -> [ReportFile] {
    PageFolder(
      document: try document(), cohort: figures.cohort, window: figures.window,
      comparison: figures.previous, options: options
    ).files()
  }

  /// What the pages say.
  func document() throws(MetricError) -> Document {
    var chapters: [DocumentChapter] = []
    var missing: [Argument] = []
    func add(_ chapter: DocumentChapter) {
      var chapter = chapter
      // A figure of nothing says nothing; the notes name what the data has not.
      for exhibit in chapter.exhibits where exhibit.isEmpty {
        if let table = exhibit.tables.first { missing.append(.sentence(table.title)) }
      }
      chapter.exhibits.removeAll(where: \.isEmpty)
      if !chapter.exhibits.isEmpty { chapters.append(chapter) }
    }
    add(try figures.cohortChapter())
    add(try figures.coCreationChapter())
    add(try figures.designChapter())
    add(try figures.resultsChapter())
    add(try figures.associationChapter())
    if figures.hasTracker {
      add(try figures.membershipChapter())
      add(try figures.obligationsChapter())
      if let reform = options.reform { add(figures.whatIfChapter(reform)) }
    }
    if figures.previous != nil { add(try figures.changeChapter()) }
    let cohort = figures.cohort
    let isBiennium =
      figures.window.from.flatMap { Window(biennium: $0.year) } == figures.window
    let title = Sentence(
      isBiennium ? Label.reportTitle : .windowTitle, .period(figures.window))
    var document = Document(
      kind: .report, title: title,
      subtitle: Sentence(Label.reportKind), scope: figures.scope,
      citation: Sentence(
        Label.citeReport, .sentence(title), .day(cohort.asOf),
        .sentence(cohort.dataset.origin.about.name),
        .plain(options.version)))
    document.keyFigures = figures.keyFigures
    document.findings = figures.findings
    document.headline = figures.headline
    document.chapters = chapters
    document.method = method(missing: missing)
    return document
  }

  private func method(missing: [Argument]) -> [Sentence] {
    var notes: [Sentence] = [
      Sentence(Note.denominator), Sentence(Note.intervals), Sentence(Note.rounding),
      Sentence(Note.joint), Sentence(Note.small, .count(options.minCell)), Sentence(Note.raters),
      Sentence(Note.scale),
    ]
    if figures.hasTracker {
      notes.append(Sentence(Note.statuses))
      notes.append(Sentence(Note.rules, figures.cohort.schedule.baseline.difference))
    } else {
      notes.append(Sentence(Note.noTracker))
    }
    if figures.previous != nil {
      notes += [Sentence(Note.late), Sentence(Note.many)]
    }
    if !missing.isEmpty { notes.append(Sentence(Note.missing, .list(missing))) }
    notes.append(Sentence(Note.numbers))
    return notes
  }
}

extension Exhibit {
  /// Whether no table of it has a row.
  var isEmpty: Bool { tables.allSatisfy(\.table.rows.isEmpty) }
}
