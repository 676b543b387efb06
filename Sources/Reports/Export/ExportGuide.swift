import Warehouse

/// `README.md` of an export: what is in the files and how to read them.
struct ExportGuide {
  let about: [(name: String, value: String)]
  let resources: [DataPackage.Resource]
  let cautions: [String]

  private func about(_ name: String) -> String { about.first { $0.name == name }?.value ?? "" }

  /// The file's content.
  var text: String {
    let title = about("title").isEmpty ? "OGP Local dataset" : about("title")
    var lines = ["# \(MarkdownText.escaped(title))", ""]
    if about("synthetic") == "true" {
      lines += ["**Synthetic data: nothing in this folder is real.**", ""]
    }
    let day = about("as_of")
    lines += [
      day.isEmpty ? "The data has no day: every table is empty." : "As known on \(day).", "",
      "Written by \(about("program")). `datapackage.json` says for every column its type, key,"
        + " codes with labels in English, Spanish and French, and why a cell may be empty;"
        + " `labels.csv` has the labels as a table. `ogpstats.sqlite` holds the same tables with"
        + " keys, indexes and views. The folder is itself a dataset that `ogpstats` reads.",
      "",
      "Rows that the as-of day does not know yet are there with `known` = false. Columns behind"
        + " those of the data format (`known`, `row_no`, `status` …) follow from the data.",
      "",
      "Empty cells are missing ones; no code or country is a word that pandas takes for missing."
        + " The English label *None* in `labels.csv` is: read that file with"
        + " `keep_default_na=False`.",
      "", "| file | rows | a row is |", "|---|---:|---|",
    ]
    lines += resources.map { resource in
      "| `\(resource.table.fileName)` | \(resource.rowCount) | \(resource.table.summary) |"
    }
    if !cautions.isEmpty {
      lines += ["", "## Take care", ""]
      lines += cautions.map { "- \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Text that Markdown does not read as anything else.
enum MarkdownText {
  /// The text on one line, with the characters that Markdown reads escaped.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "!":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<" ": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
