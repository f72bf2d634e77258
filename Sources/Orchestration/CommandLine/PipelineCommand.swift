public import ArgumentParser
import Staging

/// The front door: `pipeline`.
public struct PipelineCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Raw news pages in; who said what, through whom, first where, and who copied it out, as JSON Lines.",
        discussion: """
            EXAMPLES
              pipeline run                                   what pipeline.json says, from what is missing onward
              pipeline run --input pages/ --output out/      a folder of .html, .txt and .warc files of your own
              pipeline plan                                  what a run would do
              pipeline inspect article page.html             one page, with where each field came from
              pipeline show a00723fb55e7a80e2/q3             one quote of the output, with why and where else

            Exit status: 0 done, 1 verify found a difference, 64 usage, 65 too much refused, 70 a defect of ours,
            74 input or output, 75 locked or interrupted (try later), 78 configuration.
            """,
        version: "0.1.0",
        subcommands: [
            RunCommand.self, PlanCommand.self, StatusCommand.self, VerifyCommand.self, RetryCommand.self,
            InspectCommand.self, ShowCommand.self, SampleCommand.self, ValidateCommand.self, DiffCommand.self,
            SchemaCommand.self,
        ])

    public init() {}

    /// Runs the program: a command of its own, or the stage program that is named first.
    public static func start() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let first = arguments.first, (try? Siblings.stages().contains(first)) == true {
            Self.becomeStage(first, Array(arguments.dropFirst()))
        }
        main()
    }

    private static func becomeStage(_ stage: String, _ arguments: [String]) {
        do {
            try ending { try Siblings.become(Siblings.program(stage), arguments) }
        } catch {
            exit(withError: error)
        }
    }
}
