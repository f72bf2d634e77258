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
              pipeline run --from 2026-03-14
            """)

    @OptionGroup var options: RunOptions

    @Option(help: "Run this date and all published later ones again, YYYY-MM-DD; each keeps its articles.")
    var from: String?

    func run() throws {
        try ending(options.logFormat) { try RunCommand.run(options, from: from) }
    }

    /// Runs under the lock; `before` may change the state first.
    static func run(
        _ options: RunOptions, from: String? = nil, before: (RunConfiguration) throws -> Void = { _ in }
    ) throws {
        let signals = Signals()
        let configuration = try options.configuration()
        let isTerminal = isatty(2) == 1 && options.logFormat == .text
        let reporter: any Reporter = isTerminal ? ProgressBar() : LogReporter()
        let lock = try StateFolder(path: configuration.state).lock()
        try before(configuration)
        for date in try dates(options.date, from: from, in: configuration.output) {
            var run = try Run(configuration, date: date, signals: signals, reporter: reporter)
            let reports = try run.run()
            let summary = Summary(
                partition: configuration.output.appending("date=\(run.date)"), reports: reports)
            if isTerminal {
                summary.print()
            } else {
                Log.stage.info("run done", metadata: summary.metadata)
            }
        }
        _ = consume lock
    }

    /// The dates to run, null for the one that is on.
    private static func dates(_ date: String?, from: String?, in output: FilePath) throws -> [String?] {
        guard let from else { return [date] }
        guard date == nil else { throw StageFailure(.usage, "--date and --from exclude each other") }
        try RunDate.check(from, option: "--from")
        let later = try Partition.dates(in: output).filter { $0 >= from }
        guard !later.isEmpty else { throw StageFailure(.usage, "--from \(from): nothing is published since") }
        return later
    }
}
