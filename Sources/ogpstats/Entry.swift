import Storage

@main
enum Entry {
  static func main() {
    Interruption.prepare()
    Exit.now(Program.run(Array(CommandLine.arguments.dropFirst())), nil)
  }
}
