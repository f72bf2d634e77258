import Archive
import Digest
import GRDB
import Web

/// What a transaction of the store may change.
final class StoreChanges {
    private let db: Database
    private let store: CrawlStore

    init(_ store: CrawlStore, _ db: Database) {
        self.store = store
        self.db = db
    }

    // MARK: Discovery

    func add(_ finding: CrawlStore.Finding, due: Int) throws -> Bool {
        try store.add(finding, due: due, db)
    }

    func add(key: String, href: String, host: Int, source: Int, due: Int) throws -> Bool {
        try store.add(.page, key: key, href: href, host: host, source: source, due: due, db)
    }

    func count(_ added: Int, source: Int, _ kind: CrawlStore.Kind) throws {
        try store.count(added, source: source, kind, db)
    }

    func host(_ origin: String) throws -> Int { try store.host(origin, db) }

    func size(ofSource source: Int) throws -> (pages: Int, listings: Int) {
        try store.size(ofSource: source, db)
    }

    // MARK: Retrieval

    /// What the store knows of a page beside its URL.
    struct Page {
        var id: Int
        /// Of the decoded body, 64 hexadecimal digits.
        var digest: String?
        /// Seconds between two visits; 0 before the first.
        var interval: Int
        /// Of the response record that holds it, with its URL and date, for revisit records.
        var record: (id: String, date: String)?
    }

    /// The row of the page that a redirect led to; it is added where there is none.
    func page(at url: WebURL, like task: CrawlTask) throws -> Page? {
        _ = try store.add(CrawlStore.Finding(url: url, source: task.source, kind: .page), due: 0, db)
        return try page(at: url)
    }

    /// What is known of the page at a URL.
    func page(at url: WebURL) throws -> Page? {
        let statement = try db.cachedStatement(
            sql: "SELECT id, digest, interval, record, fetched FROM url WHERE key = ?")
        return try Row.fetchOne(statement, arguments: [CrawlStore.key(url, .page)]).map(Self.page)
    }

    /// Of a row's first five columns.
    static func page(_ row: Row) -> Page {
        let record: String? = row[3]
        let fetched: Int? = row[4]
        return Page(
            id: row[0], digest: row[1], interval: row[2],
            record: record.flatMap { id in fetched.map { (id, Moment(seconds: Double($0)).timestamp) } })
    }

    /// A page, or listing, was had and is new or changed. `place` is null for a listing.
    func store(
        _ id: Int, at href: String, digest: String, validators: Validators, noarchive: Bool, place: WARCWriter.Place?,
        asked: Moment, due: Int?, interval: Int
    ) throws {
        try db.cachedStatement(
            sql: """
                UPDATE url SET asked = ?, status = 200, reason = NULL, detail = NULL, quarantined = 0, due = ?,
                  interval = ?, digest = ?, etag = ?, last_modified = ?, noarchive = ?, page_url = ?, fetched = ?,
                  file = ?, offset = ?, length = ?, sha256 = ?, record = ? WHERE id = ?
                """
        ).execute(arguments: [
            asked.whole, due, interval, digest, validators.etag, validators.lastModified, noarchive, href,
            asked.whole, place?.file, place?.offset, place?.length, place?.sha256, place?.id, id,
        ])
    }

    /// It is what it was.
    func noteUnchanged(_ id: Int, status: Int, asked: Moment, due: Int?, interval: Int) throws {
        try db.cachedStatement(
            sql: """
                UPDATE url SET asked = ?, status = ?, reason = NULL, detail = NULL, quarantined = 0, due = ?, interval = ?
                WHERE id = ?
                """
        ).execute(arguments: [asked.whole, status, due, interval, id])
    }

    /// Nothing came of it. A page that was had before stays.
    func note(_ id: Int, _ fault: FetchFault, status: Int?, asked: Moment, due: Int?) throws {
        try db.cachedStatement(
            sql: """
                UPDATE url SET asked = ?, status = ?, reason = ?, detail = ?, quarantined = ?, due = ? WHERE id = ?
                """
        ).execute(arguments: [
            asked.whole, status, fault.reason.rawValue, fault.detail, !fault.reason.isHarmless, due, id,
        ])
    }

    /// It leads to another page, which has a row of its own.
    func noteRedirect(_ id: Int, to href: String, asked: Moment, due: Int?) throws {
        try db.cachedStatement(
            sql: """
                UPDATE url SET asked = ?, status = 200, reason = 'redirected', detail = ?, quarantined = 0, due = ?
                WHERE id = ?
                """
        ).execute(arguments: [asked.whole, href, due, id])
    }

    /// All tasks of a host that are due wait, for one reason; returns how many.
    func `defer`(host: Int, _ kind: CrawlStore.Kind, before: Int, _ fault: FetchFault, to due: Int?) throws -> Int {
        try db.cachedStatement(
            sql: """
                UPDATE url SET reason = ?, detail = ?, quarantined = ?, due = ?
                WHERE kind = ? AND host = ? AND due <= ?
                """
        ).execute(arguments: [
            fault.reason.rawValue, fault.detail, !fault.reason.isHarmless, due, kind.rawValue, host, before,
        ])
        return db.changesCount
    }

    func noteRobots(host: Int, status: Int, body: [UInt8], at moment: Moment) throws {
        // As Latin-1, so that any bytes are text; SQLite's ends at a NUL.
        let text = String(String.UnicodeScalarView(body.map { Unicode.Scalar($0 == 0 ? 0x20 : $0) }))
        try db.cachedStatement(sql: "UPDATE host SET robots_status = ?, robots = ?, robots_at = ? WHERE id = ?")
            .execute(arguments: [status, text, moment.whole, host])
    }

    /// All of a WARC file up to here is known, and no file behind it.
    func noteArchive(file: Int, length: Int) throws {
        try db.cachedStatement(
            sql: "INSERT INTO archive VALUES (?, ?) ON CONFLICT DO UPDATE SET length = excluded.length"
        ).execute(arguments: [file, length])
    }
}
