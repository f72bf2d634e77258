import ArgumentParser
import Files
import Staging
import SystemPackage

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

/// `verify`: output and shards against their manifests.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check output and shards against their manifests.",
        discussion: "Every byte is read again. Exit status 1 where anything differs; each difference is a line.")

    @OptionGroup var options: RunOptions

    func run() throws {
        try ending(options.logFormat) {
            let findings = try Verifier(configuration: options.configuration()).verify()
            for difference in findings.differences { print(difference) }
            print(
                "\(findings.shards) shards and \(findings.partitions) partitions,",
                "\(findings.differences.count) differences;",
                "records in \(findings.records.recordsIn) = out \(findings.records.recordsOut)",
                "+ skipped \(findings.records.skippedTotal) + quarantined \(findings.records.quarantinedTotal)")
            if !findings.differences.isEmpty { throw StageFailure(.difference, "output differs from its manifests") }
        }
    }
}

/// `retry`: the quarantined again.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Run the quarantined records again, into the current date.",
        discussion: "Worth it after a change of limits or of the program, or where a page crashed a worker.")

    @OptionGroup var options: RunOptions

    func run() throws {
        try ending(options.logFormat) {
            try RunCommand.run(options) { configuration in
                let state = StateFolder(path: configuration.state)
                for folder in configuration.stages.map({ state.shards(of: $0) }) {
                    guard FileStamp(folder)?.kind == .folder else { continue }
                    for name in try folder.names() where name.hasSuffix(".manifest.json") {
                        let shard = folder.appending(String(name.dropLast(".manifest.json".count)) + ".jsonl")
                        guard let manifest = Manifest.read(of: shard), manifest.counts.quarantinedTotal > 0 else {
                            continue
                        }
                        try SkipFile.remove(of: shard)
                        try Manifest.path(of: shard).removeAll()
                    }
                }
            }
        }
    }
}
