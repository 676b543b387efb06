import Foundation
import Testing

/// Folders of CSV made into SQLite files by Python's own csv and sqlite3, which share no code with
/// ours.
enum Databases {
  private static let script = """
    import csv, io, json, os, sqlite3, sys
    csv.field_size_limit(1 << 30)
    def cell(text):
        if text == '':
            return None
        # Whole numbers as numbers, where nothing of them is lost.
        return int(text) if text.isascii() and text.isdigit() and str(int(text)) == text \\
            and int(text) < 1 << 63 else text
    for folder, target in json.load(sys.stdin):
        base = sqlite3.connect(target)
        try:
            for name in sorted(os.listdir(folder)):
                if not name.endswith('.csv'):
                    continue
                with open(os.path.join(folder, name), encoding='utf-8-sig', newline='') as file:
                    text = file.read()
                header = text.lstrip('\\r\\n').split('\\n')[0]
                separator = max(',;\\t', key=lambda mark: (header.count(mark), -',;\\t'.index(mark)))
                rows = [row for row in csv.reader(
                    io.StringIO(text, newline=''), delimiter=separator) if row]
                if not rows:
                    raise ValueError('empty')
                if any(len(row) != len(rows[0]) for row in rows):
                    raise ValueError('ragged')
                names = ', '.join('"' + n.replace('"', '""') + '"' for n in rows[0])
                base.execute(f'CREATE TABLE "{name[:-4]}" ({names})')
                marks = ', '.join('?' for _ in rows[0])
                base.executemany(f'INSERT INTO "{name[:-4]}" VALUES ({marks})',
                                 [[cell(text) for text in row] for row in rows[1:]])
            path = os.path.join(folder, 'dataset.json')
            if os.path.exists(path):
                with open(path, encoding='utf-8') as file:
                    about = json.load(file)
                if not isinstance(about, dict):
                    raise ValueError('no object')
                base.execute('CREATE TABLE dataset (name, value)')
                base.executemany('INSERT INTO dataset VALUES (?, ?)', [
                    (name, value) for name, value in about.items()
                    if isinstance(value, (str, bool))])
            base.commit()
            base.close()
        except (ValueError, UnicodeDecodeError, csv.Error, sqlite3.Error, OSError) as error:
            base.close()
            os.remove(target)
    """

  /// Makes a database of each folder; those that no database can hold are left out.
  static func make(_ pairs: [(folder: String, target: String)]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let input = Pipe()
    process.standardInput = input
    try process.run()
    let list = pairs.map { [$0.folder, $0.target] }
    input.fileHandleForWriting.write(try JSONSerialization.data(withJSONObject: list))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
