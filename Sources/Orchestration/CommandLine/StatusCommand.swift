import ArgumentParser
import Staging

/// `status`: what has run.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Show what has run.")

    @OptionGroup var options: RunOptions

    func run() throws {
        try ending(options.logFormat) {
            let configuration = try options.configuration()
            let state = StateFolder(path: configuration.state)
            if let last = try RunRecord.last(in: state.runs) {
                let ending = last.finished ? "finished \(last.endedAt ?? "")" : "cut off"
                print("last run: date \(last.date), started \(last.startedAt), \(ending), \(last.pages) pages")
                for report in last.stages {
                    let counts = report.counts
                    print(
                        "  \(report.stage): \(counts.recordsIn) in, \(counts.recordsOut) out,",
                        "\(counts.skippedTotal) skipped, \(counts.quarantinedTotal) quarantined;",
                        "\(report.shardsRun) of \(report.shards) shards run")
                }
            } else {
                print("nothing has run in \(state.path)")
            }
            let dates = try Partition.dates(in: configuration.output)
            print("published in \(configuration.output): \(dates.isEmpty ? "nothing" : dates.joined(separator: " "))")
        }
    }
}
