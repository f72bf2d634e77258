import ArgumentParser
import Staging

/// `plan`: what a run would do.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what a run would do, without doing it.")

    @OptionGroup var options: RunOptions

    func run() throws {
        try ending(options.logFormat) {
            let configuration = try options.configuration()
            let lock = try StateFolder(path: configuration.state).lock()
            var run = try Run(configuration, date: options.date, signals: Signals(), reporter: LogReporter())
            let rows = try run.preview()
            print("date \(run.date)")
            for row in rows {
                let what = row.stale == 0 ? "up to date" : "\(row.stale) of \(row.total) shards to write"
                print("\(row.stage): \(what)")
            }
            _ = consume lock
        }
    }
}
