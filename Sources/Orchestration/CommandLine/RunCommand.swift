import ArgumentParser
import Files
import Glibc
import Logging
import Staging
import SystemPackage

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the whole pipeline, from what is missing or stale onward.",
        discussion: """
            EXAMPLES
              pipeline run
              pipeline run --config news.json --workers 8 --log-format json
              pipeline run --input pages.jsonl archive.warc.gz --output out --state state --date 2026-03-14
            """)

    @OptionGroup var options: RunOptions

    func run() throws {
        try ending(options.logFormat) { try RunCommand.run(options, before: { _ in }) }
    }

    /// Runs under the lock; `before` may change the state first.
    static func run(_ options: RunOptions, before: (RunConfiguration) throws -> Void) throws {
        let signals = Signals()
        let configuration = try options.configuration()
        let isTerminal = isatty(2) == 1 && options.logFormat == .text
        let reporter: any Reporter = isTerminal ? ProgressBar() : LogReporter()
        let lock = try StateFolder(path: configuration.state).lock()
        try before(configuration)
        var run = try Run(configuration, date: options.date, signals: signals, reporter: reporter)
        try run.refuseEarlierDate()
        let reports = try run.run()
        let summary = Summary(
            partition: configuration.output.appending("date=\(run.date)"), reports: reports)
        if isTerminal {
            summary.print()
        } else {
            Log.stage.info("run done", metadata: summary.metadata)
        }
        _ = consume lock
    }
}
