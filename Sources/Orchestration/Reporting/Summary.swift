import Files
import Glibc
import Logging
import Staging
import SystemPackage

/// What a person wants to know when a run is over.
struct Summary {
    let partition: FilePath
    let reports: [StageReport]

    private var articles: Int { reports.last?.counts.recordsOut ?? 0 }
    private var skipped: Int { reports.reduce(0) { $0 + $1.counts.skippedTotal } }
    private var quarantined: Int { reports.reduce(0) { $0 + $1.counts.quarantinedTotal } }

    var metadata: Logger.Metadata {
        [
            "partition": "\(partition)", "articles": "\(articles)", "skipped": "\(skipped)",
            "quarantined": "\(quarantined)",
        ]
    }

    func print() {
        var lines = [""]
        if let contents = Partition.contents(partition) {
            let rows = contents.rows
            let copies = contents.outlets.reduce(0) { $0 + $1.copies }
            lines += [
                "\(rows("articles")) articles of \(contents.outlets.count) outlets, \(copies) of them copies",
                "\(rows("quotes")) quotes, \(rows("quote_clusters")) different utterances",
            ]
        }
        lines += reasons("skipped") { $0.skipped }
        lines += reasons("quarantined") { $0.quarantined }
        lines += ["", "Look here:"]
        lines += ["report.html", "articles.jsonl", "quotes.jsonl", "relations.jsonl", "quarantine.jsonl"].map {
            "  \(partition.appending($0).relative(to: ".").string)"
        }
        var text = (lines + [""]).joined(separator: "\n")
        _ = text.withUTF8 { write(2, $0.baseAddress, $0.count) }
    }

    private func reasons(_ title: String, _ counts: (RecordCounts) -> [String: Int]) -> [String] {
        reports.compactMap { report in
            let reasons = counts(report.counts).sorted { $0.key < $1.key }
            guard !reasons.isEmpty else { return nil }
            let list = reasons.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            return "\(title) by \(report.stage): \(list)"
        }
    }

}
