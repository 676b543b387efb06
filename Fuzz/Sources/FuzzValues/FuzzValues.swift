import Checks
import Warehouse

private let members = Array(
  "member_id,name,country,region,joined_on\nm1,A,MEX,europe,2020-01-01\n".utf8)
private let plans = Array(
  "plan_id,member_ids,submitted_on,starts_on,ends_on\np1,m1,2021-01-01,2021-01-01,2022-12-31\n".utf8
)

private func quoted(_ cell: [UInt8]) -> [UInt8] {
  [0x22] + cell.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
}

/// Any bytes as each kind of cell: day, month, number, yes or no, code, list, country, id, text.
/// What is taken says the same when it is read again as it would be written.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let cell = input(start, min(count, 300))
  let text = String(decoding: cell, as: UTF8.self)
  let isText = String(validating: cell, as: UTF8.self) != nil && !cell.contains(0)
  days(cell, text)
  keys(text)
  // One cell at a time: what is wrong with one must not hide another. Which one follows from the
  // input, so that the same input is the same test.
  let sum = cell.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
  for column in [sum % 8, (sum + 3) % 8] {
    var cells = ["c1", "p1", "", "2021-01", "2022-12", "tax", "aid", "", "", ""].map {
      Array($0.utf8)
    }
    cells[[0, 2, 3, 4, 5, 6, 7, 8][column]] = quoted(cell)
    let commitments =
      Array(
        ("commitment_id,plan_id,title,starts_on,ends_on,policy_areas,sectors,values,"
          + "resources_secured,withdrawn_on\n").utf8)
      + cells.joined(separator: [0x2C]) + [0x0A]
    let files = [
      "members.csv": members, "plans.csv": plans, "commitments.csv": commitments,
    ]
    let result = Dataset.load(files: files)
    DatasetChecks.places(result.log, files)
    guard let dataset = result.dataset else { continue }
    check(isText, "text that is none was taken")
    DatasetChecks.sound(dataset)
    guard dataset.commitments.count == 1 else { continue }
    let trimmed = LabelKey.trimmed(text)
    switch column {
    case 0: check(dataset.commitments.ids.bytes == cell, "id")
    case 1:
      let title = dataset.commitments.titles.bytes
      check(title == cell || title.isEmpty && trimmed.isEmpty, "title")
    case 2:
      let day = dataset.commitments.startsOn[0].description
      check(
        trimmed == day || day.hasPrefix(trimmed) && trimmed.utf8.count == 7
          || trimmed == "\(day.dropFirst(5).prefix(2))/\(day.prefix(4))" && day.hasSuffix("-01"),
        "\(trimmed): \(day)")
    default: break
    }
  }
  return 0
}

private func days(_ cell: [UInt8], _ text: String) {
  let events = Array("member_id,on,kind\nm1,".utf8) + quoted(cell) + Array(",resumed\n".utf8)
  let result = Dataset.load(files: [
    "members.csv": members, "plans.csv": plans,
    "commitments.csv": Array(
      "commitment_id,plan_id,starts_on,ends_on,policy_areas,sectors\n".utf8),
    "events.csv": events,
  ])
  let trimmed = LabelKey.trimmed(text)
  let day = Day(iso: trimmed).flatMap { $0 >= .first && $0 <= .last ? $0 : nil }
  if let dataset = result.dataset {
    check(dataset.events.on.first == day, "\(trimmed)")
    check(day?.description == trimmed, "\(trimmed)")
  } else if let day {
    check(false, "\(day) is refused: \(result.log.shown.map(\.description))")
  }
}

/// Folding what is folded changes nothing; trimming neither.
private func keys(_ text: String) {
  let key = LabelKey(text)
  check(LabelKey(key.text) == key, "\(text): \(key.text)")
  let trimmed = LabelKey.trimmed(text)
  check(LabelKey.trimmed(trimmed) == trimmed, "\(text)")
  if let country = Country(text) { check(Country(country.description) == country, "\(text)") }
  if let day = Day(iso: text) { check(day.description == text, "\(text): \(day)") }
}
