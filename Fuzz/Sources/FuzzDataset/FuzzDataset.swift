import Checks
import Warehouse

/// Tables of a dataset, cut by the byte 1E, in the order of data.md; those that are empty or left out
/// are those of a small sound dataset.
private let base: [TableName: [UInt8]] = [
  .members: """
  member_id,name,country,region,kind,population,joined_on
  m1,Jalisco,MEX,americas,state,8348151,2016-04-05
  m2,Ghent,BEL,europe,city,,2018-10-01
  m3,Zapopan,MEX,americas,municipality,,2020-10-20

  """,
  .terms: "member_id,starts_on,ends_on\nm1,2018-12-06,2024-12-05\nm2,2019-01-01,2024-12-31\n",
  .plans: """
  plan_id,member_ids,submitted_on,starts_on,ends_on
  p1,m1;m3,2021-02-26,2021-03-01,2023-02-28
  p2,m2,2021-06-30,2021-07-01,2023-06-30

  """,
  .commitments: """
  commitment_id,plan_id,title,member_id,starts_on,ends_on,withdrawn_on,policy_areas,sectors
  c1,p1,Publish contracts,m1,2021-03,12/2022,,open_contracting,cross_sectoral
  c2,p1,"Joint, budget portal",,2021-03-01,2023-02-28,,fiscal_openness;open_data,education
  c3,p2,Open the council,m2,2021-07-01,2023-06-30,2022-05-01,civic_space,legislature

  """,
  .milestones: "milestone_id,commitment_id,starts_on\nms1,c1,2021-03-01\nms2,c2,\n",
].mapValues { Array($0.utf8) }

private let names = TableName.allCases.map { ($0, $0.rawValue + ".csv") }

/// Any bytes as a dataset: no crash, faults placed in the files, the same for pieces of every size,
/// sound where it may be used, every row accounted for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = input(start, count)
  let parts = bytes.split(separator: 0x1E, omittingEmptySubsequences: false)
  var files: [String: [UInt8]] = [:]
  for (index, (table, name)) in names.enumerated() {
    if index < parts.count, !parts[index].isEmpty {
      files[name] = Array(parts[index])
    } else if let text = base[table] {
      files[name] = text
    }
  }
  var options = LoadOptions()
  options.threads = 1
  let result = Dataset.load(files: files, options: options)
  DatasetChecks.places(result.log, files)
  if let dataset = result.dataset { DatasetChecks.sound(dataset) }
  // Sizes that follow from the input, so that the same input is the same test.
  let sum = bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
  options.pieceBytes = [1, 2, 3, 5, 7, 16, 64, 300][sum % 8] + bytes.count / 16
  DatasetChecks.same(result, Dataset.load(files: files, options: options))
  if result.log.errorCount > 0 || sum % 16 == 0 {
    options.pieceBytes = 1 << 20
    options.skipsBadRows = true
    DatasetChecks.accounted(result, Dataset.load(files: files, options: options))
  }
  return 0
}
