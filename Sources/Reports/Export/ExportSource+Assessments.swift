import Warehouse

/// The rows of assessments, and the links between tables.
extension ExportSource {
  func inceptionAssessments(_ table: ExportTable) -> ExportRows {
    let (assessments, plans) = (dataset.inceptionAssessments, dataset.plans.ids)
    return ExportRows(table, count: assessments.count) { [inceptions, asOf] row, cells in
      let plan = Int(assessments.plans[row])
      cells += [.text(plans, plan), .day(assessments.submittedOn[row])]
      cells += Requirement.allCases.map {
        .flag(assessments.met[row] >> $0.rawValue & 1 == 1)
      }
      cells += Practice.allCases.map { .code(assessments.extent(of: $0, in: row)) }
      cells += [
        .count(assessments.met[row].nonzeroBitCount), .flag(Int(inceptions[plan]) == row),
        .flag(assessments.submittedOn[row] <= asOf), .count(row + 1),
      ]
    }
  }

  func commitmentReviews(_ table: ExportTable) -> ExportRows {
    let (assessments, ids) = (dataset.commitmentReviews, dataset.commitments.ids)
    return ExportRows(table, count: assessments.count) { [reviews, asOf] row, cells in
      let commitment = Int(assessments.commitments[row])
      cells += [
        .text(ids, commitment), .day(assessments.submittedOn[row]),
        .flag(assessments.relevant[row]), .flag(assessments.verifiable[row]),
        .code(assessments.specificities[row]), .code(assessments.potentialImpacts[row]),
        .flag(Int(reviews[commitment]) == row), .flag(assessments.submittedOn[row] <= asOf),
        .count(row + 1),
      ]
    }
  }

  func completionAssessments(_ table: ExportTable) -> ExportRows {
    let (assessments, ids) = (dataset.completionAssessments, dataset.commitments.ids)
    return ExportRows(table, count: assessments.count) { [completions, asOf] row, cells in
      let commitment = Int(assessments.commitments[row])
      cells += [
        .text(ids, commitment), .day(assessments.submittedOn[row]),
        .code(assessments.completions[row]), .code(assessments.earlyResults[row]),
        .code(assessments.openedInformation[row]), .code(assessments.openedParticipation[row]),
        .code(assessments.openedAccountability[row]),
        .flag(Int(completions[commitment]) == row), .flag(assessments.submittedOn[row] <= asOf),
        .count(row + 1),
      ]
    }
  }

  func learningExercises(_ table: ExportTable) -> ExportRows {
    let (exercises, plans) = (dataset.learningExercises, dataset.plans.ids)
    return ExportRows(table, count: exercises.count) { [asOf] row, cells in
      cells += [
        .text(plans, Int(exercises.plans[row])), .day(exercises.submittedOn[row]),
        .flag(exercises.submittedOn[row] <= asOf), .count(row + 1),
      ]
    }
  }

  // MARK: - Links

  var linkRows: [ExportRows] {
    ExportSchema.linkTables.map { table in
      switch table.name {
      case "plan_members": planMembers(table)
      case "commitment_members": commitmentMembers(table)
      case "commitment_policy_areas":
        codeLinks(table, dataset.commitments.policyAreas, dataset.taxonomy.policyAreas)
      case "commitment_sectors":
        codeLinks(table, dataset.commitments.sectors, dataset.taxonomy.sectors)
      default: codeLinks(table, dataset.commitments.values, Value.list)
      }
    }
  }

  private func planMembers(_ table: ExportTable) -> ExportRows {
    let (plans, ids) = (dataset.plans, dataset.members.ids)
    let owners = (0..<plans.count).flatMap { plan in
      plans.members[plan].indices.map { (Int32(plan), $0 - plans.members[plan].startIndex) }
    }
    return ExportRows(table, count: owners.count) { row, cells in
      let (plan, place) = (Int(owners[row].0), owners[row].1)
      let members = plans.members[plan]
      cells += [
        .text(plans.ids, plan), .text(ids, Int(members[members.startIndex + place])),
        .count(place + 1),
      ]
    }
  }

  private func commitmentMembers(_ table: ExportTable) -> ExportRows {
    let commitments = dataset.commitments
    let ids = dataset.members.ids
    var pairs: [(commitment: Int32, member: Int32)] = []
    for commitment in 0..<commitments.count {
      if let member = commitments.members[commitment] {
        pairs.append((Int32(commitment), Int32(member)))
      } else {
        for member in dataset.plans.members[Int(commitments.plans[commitment])] {
          pairs.append((Int32(commitment), member))
        }
      }
    }
    return ExportRows(table, count: pairs.count) { [pairs] row, cells in
      cells += [
        .text(commitments.ids, Int(pairs[row].commitment)), .text(ids, Int(pairs[row].member)),
      ]
    }
  }

  private func codeLinks(_ table: ExportTable, _ sets: [CodeSet], _ list: CodeList) -> ExportRows {
    let ids = dataset.commitments.ids
    var pairs: [(commitment: Int32, code: Int)] = []
    for (commitment, set) in sets.enumerated() {
      for code in set.numbers { pairs.append((Int32(commitment), code)) }
    }
    return ExportRows(table, count: pairs.count) { [pairs] row, cells in
      cells += [
        .text(ids, Int(pairs[row].commitment)), .word(list.entries[pairs[row].code].code),
      ]
    }
  }
}
