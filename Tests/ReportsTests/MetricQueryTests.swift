import Metrics
import Testing
import Warehouse

@testable import Reports

/// What the queries say of real data is held in `Tests/Notebooks/sql.py`, on DuckDB, SQLite and Spark.
@Suite("MetricQuery")
struct MetricQueryTests {
  @Test("every metric but the two with Kaplan–Meier's medians can be said")
  func said() {
    #expect(Metric.allCases.filter { !MetricQuery.canSay($0) } == [.dwell, .timeToFinish])
  }

  @Test("asks only exported tables, and closes what it opens", arguments: SQLDialect.allCases)
  func tables(dialect: SQLDialect) throws {
    let exported = Set(ExportSchema.tables.map(\.name))
    for metric in Metric.allCases where MetricQuery.canSay(metric) {
      for dimension in metric.dimensions {
        let text = try MetricQuery(metric, by: [dimension], dialect: dialect).text
        let own = Set(
          text.matches(of: /(?m)^(?:WITH )?([a-z_]+) AS \($/).map { String($0.1) })
        for match in text.matches(of: /(?:FROM|JOIN) ([a-z_]+)\b(?!\.)/) {
          let name = String(match.1)
          #expect(exported.contains(name) || own.contains(name), "\(metric) \(dimension) \(name)")
        }
        #expect(text.count { $0 == "(" } == text.count { $0 == ")" }, "\(metric) \(dimension)")
      }
    }
  }

  @Test("refuses a dimension that the metric has not")
  func dimensions() {
    #expect(throws: MetricError.notADimension(.sector, of: .status)) {
      try MetricQuery(.status, by: [.sector], dialect: .sqlite)
    }
  }

  @Test("quotes a text that holds a quote")
  func quotes() {
    #expect(SQLDialect.sqlite.text("o'b") == "'o''b'")
    #expect(SQLDialect.spark.text("o'b") == #"'o\'b'"#)
  }

  @Test("a schema makes every exported table with every column", arguments: SQLDialect.allCases)
  func schema(dialect: SQLDialect) {
    let text = WarehouseSchema(dialect).text
    for table in ExportSchema.tables {
      #expect(text.contains(dialect.quoted(table.name)), "\(table.name)")
      #expect(text.contains("'\(table.fileName)'"), "\(table.fileName)")
      for field in table.fields { #expect(text.contains(dialect.quoted(field.name))) }
    }
  }
}
