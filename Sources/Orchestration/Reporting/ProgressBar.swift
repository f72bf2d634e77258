import Glibc
import Staging

/// A line on a terminal that shows how far a stage is, how fast, and how long it will take.
final class ProgressBar: Reporter {
    private var stage = ""
    private var total = 0
    private var start = 0.0
    private var lastDrawn = 0.0

    func began(_ stage: String, total: Int) {
        self.stage = stage
        self.total = total
        start = Clock.monotonic
        lastDrawn = 0
        if stage == "plan" { draw("plan       finding pages") }
    }

    func advanced(to records: Int, settled: Int) {
        let now = Clock.monotonic
        guard now - lastDrawn > 0.1 else { return }
        lastDrawn = now
        let elapsed = now - start
        let rate = elapsed > 0.2 ? Double(max(0, records - settled)) / elapsed : 0
        let share = total > 0 ? min(1, Double(records) / Double(total)) : 0
        let filled = Int(share * 24)
        var line = padded(stage) + String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        line += " \(min(records, max(total, records)))/\(total)"
        if rate > 0 {
            line += "  \(Int(rate))/s"
            if total > records { line += "  \(duration(Double(total - records) / rate)) left" }
        }
        draw(line)
    }

    func ended(_ report: StageReport) {
        guard report.shards > 0 else { return draw("") }
        let counts = report.counts
        var line = padded(report.stage) + "\(counts.recordsIn) in, \(counts.recordsOut) out"
        if counts.skippedTotal > 0 { line += ", \(counts.skippedTotal) skipped" }
        if counts.quarantinedTotal > 0 { line += ", \(counts.quarantinedTotal) quarantined" }
        line += report.shardsRun == 0 ? "  up to date" : "  \(duration(report.wallSeconds))"
        draw(line)
        emit("\n")
    }

    private func draw(_ line: String) {
        // Return to the left margin, clear to the end of the line.
        emit("\r\u{1b}[K" + line)
    }

    private func emit(_ text: String) {
        var text = text
        _ = text.withUTF8 { write(2, $0.baseAddress, $0.count) }
    }

    private func padded(_ text: String) -> String {
        text + String(repeating: " ", count: max(1, 13 - text.count))
    }

    private func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\((seconds * 10).rounded() / 10) s" }
        let rest = whole % 60
        return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest) min"
    }
}
