import ArgumentParser
import Records
import SystemPackage

/// Writes invented articles of some 130 words, for measuring memory and time where there are many.
struct GenerateArticles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Write invented articles to standard output.")

    @Argument(help: "How many.")
    var count: Int

    @Option(help: "Leave out so many, which are those of another run.")
    var skip = 0

    func run() throws {
        var generator = ArticleGenerator()
        var json = JSONWriter()
        for number in 0..<skip + count {
            generator.write(into: &json)
            if number < skip { json.removeAll() }
            if json.bytes.count > 1 << 20 || number == skip + count - 1 {
                try FileDescriptor.standardOutput.writeAll(json.bytes)
                json.removeAll()
            }
        }
    }
}
