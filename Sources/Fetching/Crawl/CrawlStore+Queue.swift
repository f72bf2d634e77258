import GRDB
import Web

/// Reading the queue, piece by piece.
extension CrawlStore {
    /// Tasks of a host that are due, but for those in `loaded`; at most `limit`.
    func due(
        _ kind: Kind, host: Int, before: Int, sources: Set<Int>, loaded: Set<Int>, limit: Int
    ) throws -> [CrawlTask] {
        try database.inDatabase { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT id, digest, interval, record, fetched, source, url, depth, etag, last_modified FROM url
                    WHERE kind = ? AND host = ? AND due <= ? ORDER BY due, id
                    """)
            var tasks: [CrawlTask] = []
            let rows = try Row.fetchCursor(statement, arguments: [kind.rawValue, host, before])
            while tasks.count < limit, let row = try rows.next() {
                let id: Int = row[0]
                let source: Int = row[5]
                let href: String = row[6]
                guard !loaded.contains(id), sources.contains(source), let url = WebURL(href) else { continue }
                tasks.append(
                    CrawlTask(
                        QueueEntry(
                            page: StoreChanges.page(row), url: url, href: href, source: source, kind: kind,
                            depth: row[7], validators: Validators(etag: row[8], lastModified: row[9]))))
            }
            return tasks
        }
    }

    /// Hosts behind `after` that have a task due, ascending.
    func hostsDue(_ kind: Kind, after: Int, before: Int, limit: Int) throws -> [(id: Int, origin: String)] {
        try database.inDatabase { db in
            var hosts: [(id: Int, origin: String)] = []
            var last = after
            let next = try db.cachedStatement(
                sql: "SELECT host FROM url WHERE kind = ? AND host > ? AND due <= ? ORDER BY host LIMIT 1")
            let origin = try db.cachedStatement(sql: "SELECT origin FROM host WHERE id = ?")
            while hosts.count < limit, let id = try Int.fetchOne(next, arguments: [kind.rawValue, last, before]) {
                if let origin = try String.fetchOne(origin, arguments: [id]) { hosts.append((id, origin)) }
                last = id
            }
            return hosts
        }
    }

    func countDue(_ kind: Kind, before: Int) throws -> Int {
        try database.inDatabase { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM url WHERE kind = ? AND due <= ?", arguments: [kind.rawValue, before])
                ?? 0
        }
    }

    // MARK: robots.txt

    /// A site's robots.txt as it was had last, if that is not longer ago than `lifetime` seconds.
    func robots(host: Int, now: Int, lifetime: Int) throws -> (status: Int, body: [UInt8])? {
        try database.inDatabase { db in try robots(host: host, now: now, lifetime: lifetime, db) }
    }

    func robots(host: Int, now: Int, lifetime: Int, _ db: Database) throws -> (status: Int, body: [UInt8])? {
        let statement = try db.cachedStatement(
            sql: "SELECT robots_status, robots FROM host WHERE id = ? AND robots_at > ? AND robots_at <= ?")
        guard let row = try Row.fetchOne(statement, arguments: [host, now - lifetime, now]) else { return nil }
        return (row[0], (row[1] as String? ?? "").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    }
}
