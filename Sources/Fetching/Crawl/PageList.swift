import Archive
import Files
import GRDB
import Records
import Staging
import SystemPackage

/// Lists the pages that were had, and what cannot be had, as the page list that the rest of the pipeline reads.
struct PageList {
    private let crawl: Crawl

    init(_ crawl: Crawl) { self.crawl = crawl }

    /// Writes the list, unless it would be the same.
    func write() throws {
        var file = try AtomicFile(crawl.pages)
        var rows = JSONWriter()
        try crawl.store.database.read { db in
            let cursor = try GRDB.Row.fetchCursor(
                db,
                sql: """
                    SELECT url, page_url, source, file, offset, length, sha256, fetched, noarchive, reason, detail FROM url
                    WHERE kind = 0 AND (file IS NOT NULL OR quarantined) ORDER BY id
                    """)
            while let row = try cursor.next() {
                write(row, &rows)
                if rows.bytes.count > 1 << 16 {
                    try file.write(rows.bytes)
                    rows.removeAll()
                }
            }
        }
        try file.write(rows.bytes)
        let digest = file.sealed()
        if digest != (try? crawl.pages.sha256()) { try file.commit() }
    }

    private func write(_ row: GRDB.Row, _ rows: inout JSONWriter) {
        let url: String = row["url"]
        guard let file: Int = row["file"] else {
            let refusal = Refusal(row["reason"] ?? "", row["detail"] ?? "")
            UnreadableRow(place: url, refusal).write(json: &rows)
            return rows.newline()
        }
        var reference = PageReference()
        reference.url = row["page_url"] ?? url
        reference.outlet = crawl.sources[row["source"]]?.outlet.map { Outlet(id: nil, name: $0) }
        reference.path = "archive/" + WARCWriter.name(file)
        var source = Records.Source()
        source.kind = .warc
        source.path = reference.path
        source.offset = row["offset"]
        source.length = row["length"]
        source.sha256 = row["sha256"]
        source.fetchedAt = (row["fetched"] as Int?).map { Moment(seconds: Double($0)).timestamp }
        reference.source = source
        rows.beginObject()
        reference.writeFields(&rows)
        rows.key("noarchive")
        rows.write(row["noarchive"] as Bool)
        rows.endObject()
        rows.newline()
    }
}
