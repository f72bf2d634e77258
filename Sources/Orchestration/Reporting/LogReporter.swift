import Logging
import Staging

/// Structured log lines, for schedulers.
struct LogReporter: Reporter {
    func began(_ stage: String, total: Int) {}

    func advanced(to records: Int, settled: Int) {}

    func ended(_ report: StageReport) {
        guard report.shards > 0 else { return }
        Log.stage.info("stage done", metadata: report.metadata)
    }
}

extension StageReport {
    var metadata: Logger.Metadata {
        [
            "stage": "\(stage)", "records_in": "\(counts.recordsIn)", "records_out": "\(counts.recordsOut)",
            "skipped": "\(counts.skippedTotal)", "quarantined": "\(counts.quarantinedTotal)",
            "shards": "\(shards)", "shards_run": "\(shardsRun)", "cpu_seconds": "\(rounded(cpuSeconds))",
            "wall_seconds": "\(rounded(wallSeconds))", "peak_mib": "\(peakBytes >> 20)",
        ]
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
