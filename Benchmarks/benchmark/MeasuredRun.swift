import Files
import Foundation
import Records
import Staging
import SystemPackage

/// One run of the pipeline into fresh folders, as its own record and the system account for it.
struct MeasuredRun: JSONRecord {
    struct Stage: JSONRecord {
        var stage = ""
        var recordsOut = 0
        var cpuSeconds = 0.0
        var peakBytes = 0

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("stage", &stage)
            try visitor.field("records_out", &recordsOut)
            try visitor.field("cpu_seconds", &cpuSeconds)
            try visitor.field("peak_bytes", &peakBytes)
        }
    }

    var stages: [Stage] = []
    /// Of the runner and all that it started.
    var totalSeconds = 0.0

    var articles: Int { stages.last?.recordsOut ?? 0 }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("stages", &stages)
    }

    static func make(_ inputs: [String], configuration: String?) throws -> MeasuredRun {
        let folder = FilePath(NSTemporaryDirectory()).appending("pipeline-benchmark-\(getpid())")
        defer { try? folder.removeAll() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("pipeline")
        process.arguments =
            ["run", "--state", folder.appending("state").string, "--output", folder.appending("output").string]
            + (configuration.map { ["--config", $0] } ?? []) + ["--input"] + inputs
        process.standardError = FileHandle.standardError
        let before = childSeconds()
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw StageFailure(.io, "pipeline run ended with status \(process.terminationStatus)")
        }
        let runs = folder.appending("state").appending("runs")
        guard let record = try runs.names().last else { throw StageFailure(.io, "the run left no record") }
        var run: MeasuredRun = try Row(runs.appending(record).readBytes()).decode()
        run.totalSeconds = childSeconds() - before
        return run
    }
}
