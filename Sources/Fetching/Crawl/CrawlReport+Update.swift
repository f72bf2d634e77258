import Files
import GRDB
import Records
import Staging
import SystemPackage

extension CrawlReport {
    /// Brings the report up to date: what the store holds now, and what one step did.
    static func update(_ crawl: Crawl, _ change: (Int, inout SourceReport) -> Void) throws {
        let path = path(crawl.folder)
        let earlier = CrawlReport.read(from: path, limit: 64 << 20) ?? CrawlReport()
        let totals = try crawl.store.pageTotals()
        var report = CrawlReport()
        for (id, source) in crawl.sources.sorted(by: { $0.key < $1.key }) {
            var row = earlier.sources.first { $0.source == source.name } ?? SourceReport()
            row.source = source.name
            row.outlet = source.outlet
            let total = totals[id] ?? (0, 0, 0)
            (row.pages, row.stored, row.waiting) = total
            change(id, &row)
            report.sources.append(row)
        }
        try report.write(to: path)
    }
}

extension CrawlReport.Discovered {
    init(_ counts: Discovery.Counts?, _ progress: CrawlProgress.Counts?) {
        asked = progress?.asked ?? 0
        found = counts?.found ?? 0
        known = counts?.known ?? 0
        leftOut = [
            "out_of_window": counts?.outOfWindow ?? 0, "other_host": counts?.otherHost ?? 0,
            "unusable": counts?.unusable ?? 0, "over_limit": counts?.overLimit ?? 0,
        ].filter { $0.value > 0 }
        failed = (progress?.quarantined ?? [:]).merging(progress?.skipped ?? [:], uniquingKeysWith: +)
    }
}

extension CrawlReport.Retrieved {
    init(_ progress: CrawlProgress.Counts?) {
        guard let progress else { return }
        (asked, stored, unchanged) = (progress.asked, progress.stored, progress.unchanged)
        (redirected, bytes) = (progress.redirected, progress.bytes)
        (skipped, quarantined) = (progress.skipped, progress.quarantined)
    }
}

extension CrawlStore {
    /// Pages of each source: known, had, and due now.
    func pageTotals() throws -> [Int: (pages: Int, stored: Int, waiting: Int)] {
        try database.inDatabase { db in
            var totals: [Int: (pages: Int, stored: Int, waiting: Int)] = [:]
            // In the order of the table: a GROUP BY would sort it.
            let rows = try GRDB.Row.fetchCursor(
                db, sql: "SELECT source, file IS NOT NULL, due <= ? FROM url WHERE kind = 0",
                arguments: [Moment.now.whole])
            while let row = try rows.next() {
                totals[row[0], default: (0, 0, 0)].pages += 1
                if row[1] { totals[row[0]]?.stored += 1 }
                if row[2] as Bool? == true { totals[row[0]]?.waiting += 1 }
            }
            return totals
        }
    }
}
