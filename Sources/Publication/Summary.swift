import Files
import Staging
import SystemPackage

/// What a person wants to know of a published partition, for a plain terminal.
struct Summary {
    let report: RunReport
    let partition: FilePath

    var text: String {
        let counts = [
            "\(rows("articles")) articles of \(report.outlets.count) outlets",
            "\(rows("quotes")) quotes of \(rows("quote_clusters")) utterances",
            "\(rows("clusters")) stories, \(report.outlets.reduce(0) { $0 + $1.copies }) articles are copies",
            "\(rows("quarantine")) records quarantined",
        ]
        let quarantined = report.stages.filter { $0.counts.quarantinedTotal > 0 }.map { stage in
            let reasons = stage.counts.quarantined.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            return "    in \(stage.stage): " + reasons.joined(separator: ", ")
        }
        let places = ["articles", "quotes", "clusters", "quarantine"].map {
            "  \(partition.appending($0 + ".jsonl"))"
        }
        return (["", report.date] + counts.map { "  " + $0 } + quarantined + ["Look here:"] + places + [""])
            .joined(separator: "\n")
    }

    private func rows(_ table: String) -> Int {
        report.files.first { $0.path == table + ".jsonl" }?.rows ?? 0
    }
}
