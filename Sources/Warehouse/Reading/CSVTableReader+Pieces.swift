internal import Storage

extension CSVTableReader {
  /// A piece of the file as it was read.
  struct Piece: Sendable {
    var values: TablePiece
    let begin: Int
    let end: Int
    let lines: Int
    let form: FormSummary
    let isBroken: Bool
  }

  /// Reads the rows behind the header, several pieces at a time.
  func readPieces(
    _ plan: TablePlan, _ dialect: CSVDialect, into assembly: inout TableAssembly
  ) {
    let start = assembly.expected
    let end = file.byteCount
    // A small table in several pieces too, so that no thread waits for another for long.
    let share = options.threads > 1 ? max((end - start) / (options.threads * 4), 1 << 16) : Int.max
    let size = max(min(options.pieceBytes, share), 1)
    let count = max(1, (end - start + size - 1) / size)
    // Pieces that stand in the table lend their memory to later ones.
    let emptied = Gated<[TablePiece]>([])
    @Sendable func read(_ index: Int, from begin: Int) -> Piece {
      readPiece(
        plan, dialect, from: begin, until: index + 1 >= count ? end : start + (index + 1) * size,
        into: emptied.withLock { $0.popLast() })
    }
    Parallel.fold(count, threads: options.threads, into: &assembly) { index in
      var begin = start
      if index > 0 {
        let bytes = file.bytes
        let lineEnd = bytes.first(UInt8(ascii: "\n"), in: start + index * size - 1..<end)
        begin = min(lineEnd + 1, end)
      }
      return (index, read(index, from: begin))
    } _: { assembly, result in
      var (index, piece) = result
      if piece.begin != assembly.expected { piece = read(index, from: assembly.expected) }
      if count == 1 {
        assembly.take(whole: piece)
      } else {
        assembly.append(piece)
        piece.values.clear()
        let values = piece.values
        emptied.withLock { $0.append(values) }
      }
    }
  }

  private func readPiece(
    _ plan: TablePlan, _ dialect: CSVDialect, from begin: Int, until limit: Int,
    into emptied: consuming TablePiece?
  ) -> Piece {
    let bytes = file.bytes
    var scanner = CSVScanner(
      separator: dialect.separator, position: begin, limits: options.limits)
    var parser = PieceParser(plan, known: known, into: emptied)
    // A block's cells and text stay in the cache while its columns are read.
    var block = CellBlock(width: plan.width, capacity: min(1024, max(1, limit - begin)))
    while scanner.position < limit, !scanner.isBroken {
      scanner.fill(&block, from: bytes, until: limit)
      parser.read(block, of: bytes)
    }
    let end = max(begin, scanner.position)
    var form = FormSummary()
    form.add(scanner, from: begin, of: bytes)
    // What is read stands in columns; only the places of faults look at it again.
    file.release(begin..<end)
    return Piece(
      values: parser.finish(), begin: begin, end: end, lines: scanner.line, form: form,
      isBroken: scanner.isBroken)
  }
}
