import ArgumentParser
import Files
import Staging

/// `verify`: output and shards against their manifests.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check output and shards against their manifests.",
        discussion: "Every byte is read again. Exit status 1 where anything differs; each difference is a line.")

    @OptionGroup var options: RunOptions

    func run() throws {
        try ending(options.logFormat) {
            let configuration = try options.configuration()
            let state = StateFolder(path: configuration.state)
            // A run under way would look like differences.
            let lock = try FileStamp(state.path) == nil ? nil : state.lock()
            let findings = try Verifier(configuration: configuration).verify()
            _ = consume lock
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
