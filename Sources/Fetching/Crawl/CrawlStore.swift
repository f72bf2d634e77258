import Archive
import Digest
import Files
import GRDB
import Staging
import SystemPackage
import Web

/// What is to be fetched and what became of it, in SQLite. Memory does not grow with it.
final class CrawlStore {
    enum Kind: Int {
        case page = 0
        /// A feed, sitemap or sitemap index.
        case listing = 1
        /// A site whose robots.txt names listings.
        case site = 2
    }

    let database: DatabaseQueue
    /// That of the database.
    let folder: FilePath
    private var hosts: [String: Int] = [:]

    /// Bytes of the database that are kept in memory.
    private static let cacheBytes = 2 << 20

    init(_ path: FilePath) throws {
        folder = path.parent
        try folder.makeFolder()
        var configuration = Configuration()
        // What ends is noted within a transaction that stays open for a while.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // What was committed outlives the process; the WARC files are synced before the log is.
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 4096")
            try db.execute(sql: "PRAGMA cache_size = -\(Self.cacheBytes >> 10)")
            try db.execute(sql: "PRAGMA temp_store = FILE")
        }
        database = try DatabaseQueue(path: path.string, configuration: configuration)
        try database.write { db in
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard version == 0 else {
                guard version == CrawlSchema.version else {
                    throw StageFailure(
                        .io, "\(path) has version \(version) of its tables; expected \(CrawlSchema.version)")
                }
                return
            }
            for statement in CrawlSchema.statements { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA user_version = \(CrawlSchema.version)")
        }
    }

    // MARK: Transactions

    /// Changes within the transaction that is open, or else within one that this opens and ``commit()`` ends.
    func change<Value>(_ body: (StoreChanges) throws -> Value) throws -> Value {
        try database.inDatabase { db in
            if !db.isInsideTransaction { try db.beginTransaction() }
            return try body(StoreChanges(self, db))
        }
    }

    func commit() throws {
        try database.inDatabase { db in
            if db.isInsideTransaction { try db.commit() }
        }
    }

    // MARK: Sources

    /// The number by which rows name a source.
    func source(_ name: String) throws -> Int {
        try database.write { db in
            try db.execute(sql: "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
            return try Int.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name]) ?? 0
        }
    }

    /// Whether a list is known to be read to its end as it is now.
    func knowsList(source: Int, path: String, stamp: String) throws -> Bool {
        try database.read { db in
            try String.fetchOne(
                db, sql: "SELECT stamp FROM list WHERE source = ? AND path = ?", arguments: [source, path]) == stamp
        }
    }

    func noteList(source: Int, path: String, stamp: String) throws {
        try database.write { db in
            try db.execute(
                sql: "INSERT INTO list VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET stamp = excluded.stamp",
                arguments: [source, path, stamp])
        }
    }

    // MARK: The queue

    /// A URL that was found.
    struct Finding {
        var url: WebURL
        var source: Int
        var kind: Kind
        var depth = 0
    }

    /// Adds a URL unless it is known; tells whether it was not.
    func add(_ finding: Finding, due: Int, _ db: Database) throws -> Bool {
        let isNew = try add(
            finding.kind, key: Self.key(finding.url, finding.kind), href: finding.url.requestHref,
            host: try host(finding.url.siteOrigin, db), source: finding.source, depth: finding.depth, due: due, db)
        if isNew { try count(1, source: finding.source, finding.kind, db) }
        return isNew
    }

    /// Adds a URL that ``count(_:source:_:_:)`` does not yet know of, unless it is known.
    func add(
        _ kind: Kind, key: String, href: String, host: Int, source: Int, depth: Int = 0, due: Int, _ db: Database
    ) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO url (key, url, host, source, kind, depth, due) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
        try statement.execute(arguments: [key, href, host, source, kind.rawValue, depth, due])
        return db.changesCount > 0
    }

    /// Counts URLs that were added.
    func count(_ added: Int, source: Int, _ kind: Kind, _ db: Database) throws {
        try db.cachedStatement(
            sql: kind == .page
                ? "UPDATE source SET pages = pages + ? WHERE id = ?"
                : "UPDATE source SET listings = listings + ? WHERE id = ?"
        ).execute(arguments: [added, source])
    }

    /// Pages and listings of a source so far.
    func size(ofSource source: Int, _ db: Database) throws -> (pages: Int, listings: Int) {
        let statement = try db.cachedStatement(sql: "SELECT pages, listings FROM source WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [source]) else { return (0, 0) }
        return (row[0], row[1])
    }

    /// The beginning of a digest: short enough for an index of millions, long enough never to meet another. Pages are
    /// told apart without what only says how a reader came to them.
    static func key(_ url: WebURL, _ kind: Kind) -> String {
        String(SHA256.hex(kind == .page ? url.canonical : "\(kind.rawValue) \(url.requestHref)").prefix(24))
    }

    func host(_ origin: String, _ db: Database) throws -> Int {
        if let known = hosts[origin] { return known }
        try db.cachedStatement(sql: "INSERT INTO host (origin) VALUES (?) ON CONFLICT DO NOTHING")
            .execute(arguments: [origin])
        let statement = try db.cachedStatement(sql: "SELECT id FROM host WHERE origin = ?")
        let id = try Int.fetchOne(statement, arguments: [origin]) ?? 0
        if hosts.count > 10_000 { hosts.removeAll() }
        hosts[origin] = id
        return id
    }
}
