import Records
import Staging
import SystemPackage

/// Counts what became of pages by outlet and day. Holds a row an outlet and day; pages are sorted on disk.
struct CoverageLedger {
    private let events: SortedSpool

    init(in folder: FilePath) {
        events = SortedSpool(in: folder, named: CoverageRow.table, limit: 4 << 20)
    }

    func add(_ page: PageReference) throws { try add(PageEvent(page)) }
    func add(_ article: AnnotatedArticle) throws { try add(PageEvent(article)) }
    func add(_ row: QuarantineRow, refused: Bool) throws { try add(PageEvent(row, refused: refused)) }

    func add(_ row: SkippedRow) throws {
        // Requests and the like in archives, and other files in folders, were never pages.
        if row.reason != "not_a_page", !row.reason.hasPrefix("warc_") { try add(PageEvent(row)) }
    }

    private func add(_ event: PageEvent) throws {
        var writer = JSONWriter()
        event.write(json: &writer)
        try events.add(event.key, writer.bytes)
    }

    /// The rows of the table in its order. Hands on each refusal with the outlet of its page.
    func rows(refusals: (RefusalRow) throws -> Void) throws -> [CoverageRow] {
        var tally = CoverageTally()
        var page: [PageEvent] = []
        func finish(_ page: [PageEvent]) throws {
            let outlet = tally.add(page)
            for case let refusal? in page.map(\.refusal) {
                try refusals(RefusalRow(refusal, outletID: outlet?.id, outletName: outlet?.name))
            }
        }
        try events.drain { _, bytes in
            let event = try bytes.withUnsafeBufferPointer { bytes in
                var reader = JSONReader(bytes)
                return try PageEvent(json: &reader)
            }
            if let last = page.last, last.place != event.place {
                try finish(page)
                page = []
            }
            page.append(event)
        }
        try finish(page)
        return tally.rows
    }
}
