import ArgumentParser
import Files
import Staging
import SystemPackage

/// Where a run reads and writes; what is given here overrides pipeline.json.
struct RunOptions: ParsableArguments {
    @Option(help: "The configuration file; without it, pipeline.json where it lies in the working directory.")
    var config: String?

    @Option(parsing: .upToNextOption, help: "Folders, pages, WARC files and page lists instead of the configured.")
    var input: [String] = []

    @Option(help: "The folder of the published partitions.")
    var output: String?

    @Option(help: "The folder of shards, run records and the lock.")
    var state: String?

    @Option(help: "Stage programs that run at once.")
    var workers: Int?

    @Option(help: "The run's date, YYYY-MM-DD; without it, today in UTC or that of a run that was cut off.")
    var date: String?

    @Flag(help: "Ask nothing of the network; what was fetched before is still read.")
    var offline = false

    @Option(help: "text or json.")
    var logFormat = Log.Format.text

    func configuration() throws -> RunConfiguration {
        var configuration = try RunConfiguration(file: config.map { FilePath($0) })
        if !input.isEmpty {
            configuration.inputs = input.map { FilePath($0) }
            configuration.readsCrawl = false
            configuration.acquires = false
        }
        if offline { configuration.acquires = false }
        if let output { configuration.output = FilePath(output) }
        if let state { configuration.state = FilePath(state) }
        if let workers {
            guard 1...1024 ~= workers else {
                throw StageFailure(.usage, "--workers: expected a whole number from 1 to 1024, found \(workers)")
            }
            configuration.settings.workers = workers
        }
        return configuration
    }
}
