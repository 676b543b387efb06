import Foundation
import TestSupport
import Testing
import Warehouse

@Suite("IRMImport")
struct ImportingTests {
  /// A fresh folder that goes away with the test.
  private final class Workplace {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "ogpstats-import-\(UUID().uuidString)")
    init() throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(at: url) }
    func put(_ text: String, _ name: String) throws -> String {
      let file = url.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file.path
    }
  }

  private static let countries = """
    country,iso3,region
    Albania,ALB,europe
    Brazil,BRA,americas

    """

  /// Imports a source of a few rows and gives the files' texts.
  private func files(_ source: String) throws -> ([String: String], ImportAccount) {
    let place = try Workplace()
    let out = place.url.appending(path: "out").path
    let account = try IRMImport.run(
      file: place.put(source, "source.csv"),
      countries: place.put(Self.countries, "countries.csv"), out: out)
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: out) {
      let bytes = try Data(contentsOf: URL(filePath: out).appending(path: name))
      files[name] = String(decoding: bytes, as: UTF8.self)
    }
    return (files, account)
  }

  private func faults(_ source: String) throws -> [String] {
    let place = try Workplace()
    let out = place.url.appending(path: "out").path
    let error = try #require(throws: ImportError.self) {
      try IRMImport.run(
        file: place.put(source, "source.csv"),
        countries: place.put(Self.countries, "countries.csv"), out: out)
    }
    #expect(!FileManager.default.fileExists(atPath: out))
    return error.diagnostics.map(\.description)
  }

  // MARK: - The 2016 edition

  private static let edition = Shared.folder.appending(path: "data/irm-2016")

  @Test("datasets/irm-2016 is what the import of the edition writes")
  func committed() throws {
    let place = try Workplace()
    let out = place.url.appending(path: "out")
    _ = try IRMImport.run(
      file: Self.edition.appending(path: "commitments.csv").path,
      countries: Self.edition.appending(path: "countries.csv").path, out: out.path)
    let kept = Shared.packageRoot.appending(path: "datasets/irm-2016")
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
    #expect(try FileManager.default.contentsOfDirectory(atPath: kept.path).sorted() == names)
    for name in names {
      #expect(
        try Data(contentsOf: out.appending(path: name))
          == Data(contentsOf: kept.appending(path: name)), "\(name)")
    }
  }

  @Test("the account of the edition says what is known from the source itself")
  func known() throws {
    let place = try Workplace()
    let out = place.url.appending(path: "out")
    let account = try IRMImport.run(
      file: Self.edition.appending(path: "commitments.csv").path,
      countries: Self.edition.appending(path: "countries.csv").path, out: out.path)
    #expect(account.rowsRead == 1927)
    #expect(account.rowsWritten[.commitments] == 1927)
    #expect(account.rowsWritten[.members] == 61)
    let completion = account.contradictions.filter { $0.column == "completion_progress_report" }
    #expect(completion.map(\.commitment) == ["R1231", "R1232", "R1233", "R1234"])
    #expect(account.repeats.count == 35)
    let drop = account.dropped.first {
      $0.key.column == "completion_progress_report" && $0.key.reason == "NA"
    }
    #expect(drop?.value == 1)

    // Levels of the progress report, of first and second plans.
    let rows = try String(
      contentsOf: out.appending(path: "completion_assessments.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let plans = try String(
      contentsOf: out.appending(path: "commitments.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    var numbers: [Substring: Substring] = [:]
    for plan in plans { numbers[plan[0]] = plan[1].split(separator: "-")[1] }
    var levels: [Substring: Int] = [:]
    var high: [Substring: Int] = [:]
    var all: [Substring: Int] = [:]
    var seen: Set<Substring> = []
    for row in rows where seen.insert(row[0]).inserted {
      levels[row[2], default: 0] += 1
      guard row[2] != "no_evidence", let number = numbers[row[0]] else { continue }
      all[number, default: 0] += 1
      if row[2] == "substantial" || row[2] == "complete" { high[number, default: 0] += 1 }
    }
    #expect(
      levels == [
        "not_started": 192, "limited": 649, "substantial": 511, "complete": 435,
        "no_evidence": 49,
      ])
    #expect(high["1"] == 565 && all["1"] == 1130)
    #expect(high["2"] == 375 && all["2"] == 640)
  }

  // MARK: - The published form

  @Test("the original names, a row of numbers, unnamed columns and repeated headers")
  func published() throws {
    let header =
      "Country,Action Plan No.,Year of Submission,,_Relevant,Completion (Progress Report),"
      + "_CompletionProgress,Report Publication Year (Progress Report),Specificity,"
      + "Value -Info,E-Government"
    let (files, account) = try files(
      """
      1,2,3,4,5,6,7,8,9,10,11
      \(header)
      albania,2,2014,x,1,B. LIMITED,3,2016, c. High ,1,1
      \(header)
      Albania,2,2013,,NR,withdrawn,0,2015,NR,0,NR

      """)
    #expect(account.rowsRead == 2)
    #expect(account.rowsPassedOver == 2)
    #expect(account.contradictions.isEmpty)
    #expect(
      files["plans.csv"]?.split(separator: "\n").last
        == "ALB-2,ALB,2013-07-01,2013-07-01,2015-06-30,,")
    #expect(
      files["commitments.csv"]?.split(separator: "\n").dropFirst().map(String.init) == [
        "ALB-2-1,ALB-2,,,,2013-07-01,2015-06-30,,e_government,other,access_to_information,,,",
        "ALB-2-2,ALB-2,,,,2013-07-01,2015-06-30,2015-12-31,other,other,,,,",
      ])
    #expect(
      files["commitment_reviews.csv"]?.split(separator: "\n").dropFirst().map(String.init)
        == ["ALB-2-1,2016-12-31,yes,yes,high,"])
    #expect(
      files["completion_assessments.csv"]?.split(separator: "\n").dropFirst().map(String.init)
        == ["ALB-2-1,2016-12-31,limited,,,,"])
    #expect(
      files["codes.csv"]?.split(separator: "\n").last
        == "policy_area,e_government,E-Government,Gobierno electrónico,Administration électronique")
    #expect(files["members.csv"]?.contains("ALB,Albania,ALB,europe,national,,2013-01-01,,") == true)
  }

  @Test("without a relevance column technology alone is not relevant")
  func relevance() throws {
    let (files, _) = try files(
      """
      row_id,country,action_plan_number,year_of_submission,value_info,value_part,value_acc,value_tech
      a,Brazil,1,2012,0,0,0,1
      b,Brazil,1,2012,0,1,0,1
      c,Brazil,1,2012,NR,NR,NR,NR

      """)
    #expect(
      files["commitment_reviews.csv"]?.split(separator: "\n").dropFirst().map(String.init)
        == ["a,2014-06-30,no,,,", "b,2014-06-30,yes,,,"])
  }

  @Test("both reports of one year: the end of term comes last")
  func endOfTerm() throws {
    let (files, _) = try files(
      """
      row_id,country,action_plan_number,year_of_submission,completion_progress_report,\
      report_publication_year_progress_report,completion_end_of_term,\
      report_publication_year_end_of_term,did_it_open_government_end_of_term_only
      a,Brazil,1,2012,Unclear,2014,d. Complete,2016,b. None
      b,Brazil,1,2012,a. Not Started,ND,Withdrawn,2016,NR

      """)
    #expect(
      files["completion_assessments.csv"]?.split(separator: "\n").dropFirst().map(String.init) == [
        "a,2014-12-31,no_evidence,,,,", "a,2016-12-31,complete,did_not_change,,,",
        "b,2014-06-30,not_started,,,,",
      ])
    let withdrawn = "b,BRA-1,,,,2012-07-01,2014-06-30,2016-12-31"
    #expect(files["commitments.csv"]?.contains(withdrawn) == true)
  }

  // MARK: - Faults

  @Test("every fault is named with its place and the nearest right value")
  func faulty() throws {
    let found = try faults(
      """
      row_id,country,action_plan_number,year_of_submission,completion_progress_report,open_data
      a,Brasil,1,2012,Limited,1
      b,Brazil,1,2012,Substancial,1
      c,Brazil,1,2012,Limited,yes
      c,Brazil,1,201,Limited,1
      d,Brazil,2,ND,Limited,1

      """)
    #expect(
      found == [
        "source.csv:2:3: error: 'Brasil' is not in the list of countries; did you mean 'Brazil'?"
          + " [unknown-country]",
        "source.csv:5:12: error: '201' is not a year; expected four digits [bad-year]",
        "source.csv:6:12: error: no row of plan BRA-2 has a year of submission [missing-year]",
        "source.csv:3:17: error: 'Substancial' is no label of completion_progress_report;"
          + " expected one of complete, limited, not started, substantial, unclear, withdrawn;"
          + " did you mean 'substantial'? [unknown-label]",
        "source.csv:4:25: error: 'yes' is no label of open_data; expected one of 1, 0, NR, ND, NA"
          + " [unknown-label]",
        "source.csv:5:1: error: the id 'c' stands twice [duplicate-id]",
      ])
  }

  @Test(
    "what is not the database is refused",
    arguments: [
      ("", "empty-file"), ("a,b\n1,2\n", "missing-column"),
      ("country,action_plan_number,year_of_submission\nBrazil,1\n", "wrong-field-count"),
      ("country,action_plan_number,year_of_submission\n\"Brazil,1,2012\n", "unclosed-quote"),
      (
        "country,action_plan_number,year_of_submission,country\nBrazil,1,2012,Brazil\n",
        "duplicate-column"
      ),
    ])
  func refused(source: String, code: String) throws {
    #expect(try faults(source).first?.hasSuffix("[\(code)]") == true)
  }
}
