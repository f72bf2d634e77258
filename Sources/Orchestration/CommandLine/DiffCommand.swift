import ArgumentParser
import Review
import Staging
import SystemPackage

/// `diff`: what changed between two outputs, and why.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what changed between two outputs, and why.",
        discussion: """
            Causes are the pages themselves, the model, the versions and the configurations of the stages. Exit status 1 where
            anything differs.

            EXAMPLES
              pipeline diff output-before output
              pipeline diff output/date=2026-03-14 output/date=2026-03-15
            """)

    @Argument(help: "An output, or one partition of it.")
    var old: String

    @Argument(help: "Another.")
    var new: String

    func run() throws {
        try ending {
            let comparison = try Comparison(OutputFolder(FilePath(old)), OutputFolder(FilePath(new)))
            print(comparison.text, terminator: "")
            if comparison.differs { throw StageFailure(.difference, "the outputs differ") }
        }
    }
}
