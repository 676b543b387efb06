extension IRMConversion {
  /// Counts where a commitment number stands.
  mutating func noteRepeat(_ row: Int, _ plan: Plan, _ places: inout [String: Int]) {
    guard source.has("comm_no") else { return }
    let number = source.text(row, "comm_no")
    let line = source.rows[row][0].line
    let key = "\(plan.country)\u{1}\(plan.number)\u{1}\(number)"
    if let place = places[key] {
      account.repeats[place].lines.append(line)
    } else {
      places[key] = account.repeats.count
      account.repeats.append(
        ImportAccount.Repeat(
          country: source.text(row, "country"), plan: plan.number, number: number, lines: [line]))
    }
  }

  /// Holds the labels of a row against the numeric codes beside them.
  mutating func noteContradictions(_ row: Int, _ id: String) {
    for coding in IRMVocabulary.codings where source.has(coding.label) && source.has(coding.code) {
      let text = source.text(row, coding.label)
      let code = source.text(row, coding.code)
      let label = IRMVocabulary.label(text)
      let missing = IRMVocabulary.Missing(rawValue: IRMVocabulary.label(code))
      let codeIsMissing = code.isEmpty || missing != nil
      let agrees: Bool
      if let expected = coding.codes[label] {
        agrees = expected.contains(code)
      } else {
        agrees = codeIsMissing
      }
      if agrees { continue }
      account.contradictions.append(
        ImportAccount.Contradiction(
          line: source.rows[row][0].line, commitment: id, column: coding.label, label: text,
          code: code))
    }
  }
}
