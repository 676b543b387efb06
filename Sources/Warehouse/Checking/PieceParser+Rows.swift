internal import Storage

/// The rules of data.md that take more than one cell of a row.
extension PieceParser {
  /// Checks a block's rows against themselves and against the rows they refer to.
  mutating func checkRows(
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    switch plan.schema.table {
    case .terms, .plans, .milestones:
      checkOrder("starts_on", "ends_on", .endsBeforeStart, block, file, context)
    case .commitments:
      checkOrder("starts_on", "ends_on", .endsBeforeStart, block, file, context)
      checkMembersOfPlans(block, text, file, context)
    case .meetings: checkMembersOfPlans(block, text, file, context)
    case .tracker: checkReports(block, text, file, context)
    case .events:
      checkOrder("on", "until", .untilBeforeOn, block, file, context)
      checkEvents(block, text, file, context)
    default: break
    }
  }

  private func column(_ name: String) -> Int { plan.schema.number(of: name) ?? 0 }

  private func fileColumn(_ name: String) -> Int { max(plan.fileColumns[column(name)], 0) }

  private mutating func checkOrder(
    _ early: String, _ late: String, _ fault: Fault, _ block: borrowing CellBlock,
    _ file: RawSpan, _ context: BlockContext
  ) {
    let firstColumn = column(early)
    let secondColumn = column(late)
    for row in 0..<block.rowCount {
      let first = piece.columns[firstColumn].days[context.row &+ row]
      let second = piece.columns[secondColumn].days[context.row &+ row]
      guard second < first, second != OptionalDays.missing, !context.broken.contains(row) else {
        continue
      }
      report(
        fault, block, row, fileColumn(late), file,
        "\(late) is \(second), before \(early) \(first)")
    }
  }

  /// A member named beside a plan must be one of the plan's.
  private mutating func checkMembersOfPlans(
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let memberColumn = column("member_id")
    let planColumn = column("plan_id")
    let members = known.planMembers
    for row in 0..<block.rowCount {
      let member = piece.columns[memberColumn].words[context.row &+ row]
      let plan = Int(piece.columns[planColumn].words[context.row &+ row])
      guard member >= 0, plan >= 0, plan < members.count else { continue }
      let listed = members[plan]
      // A plan whose own list is wrong has its own fault.
      if listed.isEmpty || listed.contains(member) || context.broken.contains(row) { continue }
      let names = listed.compactMap { known.members?.ids[Int($0)] }.joined(separator: ", ")
      let shown = fileColumn("member_id")
      report(
        .notOfPlan, block, row, shown, file,
        "member_id is \(Shown.text(Self.cellText(text, block.cell(row, shown))));"
          + " expected one of the plan's members: \(names)")
    }
  }

  private mutating func checkReports(
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let commitmentColumn = column("commitment_id")
    let milestoneColumn = column("milestone_id")
    let dayColumn = column("reported_on")
    let owners = known.milestoneCommitments
    let withdrawn = known.withdrawnOn
    for row in 0..<block.rowCount {
      let commitment = piece.columns[commitmentColumn].words[context.row &+ row]
      let milestone = Int(piece.columns[milestoneColumn].words[context.row &+ row])
      if milestone >= 0, milestone < owners.count, commitment >= 0, owners[milestone] >= 0,
        owners[milestone] != commitment, !context.broken.contains(row)
      {
        let shown = fileColumn("milestone_id")
        let owner = known.commitments?.ids[Int(owners[milestone])] ?? ""
        report(
          .otherCommitment, block, row, shown, file,
          "milestone_id is"
            + " \(Shown.text(Self.cellText(text, block.cell(row, shown)))),"
            + " a milestone of another commitment, \(Shown.text(owner))")
      }
      guard commitment >= 0, Int(commitment) < withdrawn.count,
        withdrawn[Int(commitment)] != OptionalDays.missing, !context.broken.contains(row)
      else { continue }
      let day = piece.columns[dayColumn].days[context.row &+ row]
      if day >= withdrawn[Int(commitment)], day != OptionalDays.missing {
        report(
          .withdrawnCommitment, block, row, fileColumn("reported_on"), file,
          "a report of \(day) on a commitment that was withdrawn on"
            + " \(withdrawn[Int(commitment)])")
      }
    }
  }

  private mutating func checkEvents(
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let kindColumn = column("kind")
    for row in 0..<block.rowCount where !context.broken.contains(row) {
      let kind = EventKind(rawValue: piece.columns[kindColumn].codes[context.row &+ row])
      if kind == .extensionGranted, isEmpty("until", block, row, text) {
        report(
          .openExtension, block, row, fileColumn("kind"), file,
          "extension_granted without until counts for nothing")
      }
      if kind == .requirementMet, isEmpty("requirement", block, row, text) {
        report(
          .openRequirement, block, row, fileColumn("kind"), file,
          "requirement_met without requirement counts for nothing")
      }
    }
  }

  /// Whether a row has nothing in a column; a cell that is wrong has its own fault.
  private func isEmpty(
    _ name: String, _ block: borrowing CellBlock, _ row: Int, _ text: RawSpan
  ) -> Bool {
    let fileColumn = plan.fileColumns[column(name)]
    return fileColumn < 0
      || isBlank(text, block.cell(row, fileColumn)) && !block.isWrong(row, fileColumn)
  }
}
