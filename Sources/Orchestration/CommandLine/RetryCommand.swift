import ArgumentParser
import Files
import Staging
import SystemPackage

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
                let date = try CurrentRun.date(in: state, wanted: options.date)
                for stage in configuration.stages {
                    try forget(in: state.shards(of: stage))
                    try forget(in: state.shards(of: stage, date: date))
                }
            }
        }
    }

    /// Makes the shards stale that refused something, and forgets which records to pass over.
    private func forget(in folder: FilePath) throws {
        guard FileStamp(folder)?.kind == .folder else { return }
        var refused = false
        for name in try folder.names() where name.hasSuffix(".manifest.json") {
            let shard = folder.appending(String(name.dropLast(".manifest.json".count)) + ".jsonl")
            guard let manifest = Manifest.read(of: shard), manifest.counts.quarantinedTotal > 0 else { continue }
            refused = true
            try SkipFile.remove(of: shard)
            try Manifest.path(of: shard).removeAll()
        }
        // What a reduce stage passes over stands once for all its shards.
        if refused { try SkipFile.remove(of: folder.appending("all.jsonl")) }
    }
}
