import Records
import Staging
import SystemPackage

/// Counts what became of pages by outlet and day. Holds the names of outlets; pages and counts are sorted on disk.
struct CoverageLedger {
    private let folder: FilePath
    private let events: SortedSpool

    init(in folder: FilePath) {
        self.folder = folder
        events = SortedSpool(in: folder, named: "coverage_events")
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

    /// Hands on the rows of the table in its order, and each refusal with the outlet of its page.
    func drain(refusals: (RefusalRow) throws -> Void, _ each: (CoverageRow) throws -> Void) throws {
        var known = KnownOutlets()
        let pages = CoverageSpool(in: folder, named: "coverage_pages")
        try drainPages { page in
            let row = CoverageRow(page)
            known.add(id: row.outletID, name: row.outletName)
            for case let refusal? in page.map(\.refusal) {
                try refusals(RefusalRow(refusal, outletID: row.outletID, outletName: row.outletName))
            }
            try pages.add(row)
        }
        // Under the outlet's own id and name, which its last page may have told.
        let days = CoverageSpool(in: folder, named: "coverage_days")
        try pages.drain { row in
            var row = row
            known.settle(&row)
            try days.add(row)
        }
        try days.drain(each)
    }

    /// Hands on the events of each page.
    private func drainPages(_ each: ([PageEvent]) throws -> Void) throws {
        var page: [PageEvent] = []
        try events.drain { _, bytes in
            let event = try bytes.withUnsafeBufferPointer { bytes in
                var reader = JSONReader(bytes)
                return try PageEvent(json: &reader)
            }
            if let last = page.last, last.place != event.place {
                try each(page)
                page = []
            }
            page.append(event)
        }
        if !page.isEmpty { try each(page) }
    }
}

/// Sorts counts by outlet and day, and adds up those of one.
private struct CoverageSpool {
    private let spool: SortedSpool

    init(in folder: FilePath, named name: String) {
        spool = SortedSpool(in: folder, named: name)
    }

    func add(_ row: CoverageRow) throws {
        var writer = JSONWriter()
        row.write(json: &writer)
        try spool.add(row.key, writer.bytes)
    }

    func drain(_ each: (CoverageRow) throws -> Void) throws {
        var sum: CoverageRow?
        var sumKey: [UInt8] = []
        try spool.drain { key, bytes in
            let row = try bytes.withUnsafeBufferPointer { bytes in
                var reader = JSONReader(bytes)
                return try CoverageRow(json: &reader)
            }
            if let done = sum, !key.elementsEqual(sumKey) {
                try each(done)
                sum = nil
            }
            if sum == nil { sumKey = Array(key) }
            sum = sum.map { $0 + row } ?? row
        }
        if let sum { try each(sum) }
    }
}
