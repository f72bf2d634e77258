import GRDB
import Records
import Web

/// Says of each URL whether it would be asked for now and why not, without asking anybody: robots.txt counts as far as it
/// is known.
struct DryRun {
    private let crawl: Crawl

    init(_ crawl: Crawl) { self.crawl = crawl }

    func write(_ kinds: CrawlStore.Kind...) throws {
        let now = Moment.now
        var output = InspectedOutput()
        var robots: [Int: RobotsPolicy?] = [:]
        let wanted = kinds.map { String($0.rawValue) }.joined(separator: ", ")
        try crawl.store.database.read { db in
            let rows = try GRDB.Row.fetchCursor(
                db,
                sql:
                    "SELECT url, source, host, due, asked, status, reason FROM url WHERE kind IN (\(wanted)) ORDER BY id"
            )
            while let row = try rows.next() {
                let url: String = row[0]
                let host: Int = row[2]
                let due: Int? = row[3]
                if robots.count > 10_000 { robots.removeAll() }
                if robots[host] == nil {
                    robots[host] = .some(try policy(host, now, db))
                }
                let why = why(url, source: row[1], due: due, robots[host] ?? nil, now)
                try output.line { writer in
                    writer.field("url", url)
                    writer.field("source", crawl.sources[row[1]]?.name)
                    writer.key("fetch")
                    writer.write(why == nil)
                    writer.field("why_not", why)
                    writer.field("due_at", due.map { Moment(seconds: Double($0)).timestamp })
                    writer.field("asked_at", (row[4] as Int?).map { Moment(seconds: Double($0)).timestamp })
                    writer.key("last_status")
                    (row[5] as Int?).write(json: &writer)
                    writer.field("last_reason", row[6])
                }
            }
        }
        try output.flush()
    }

    private func policy(_ host: Int, _ now: Moment, _ db: Database) throws -> RobotsPolicy? {
        try crawl.store.robots(host: host, now: now.whole, lifetime: 24 * 3600, db).map {
            RobotsPolicy(status: $0.status, body: $0.body, agent: crawl.settings.crawler.agent)
        }
    }

    private func why(_ url: String, source: Int, due: Int?, _ robots: RobotsPolicy?, _ now: Moment) -> String? {
        if crawl.sources[source] == nil { return "its source is not configured" }
        guard let due else { return "final: it is not asked for again" }
        if due > now.whole { return "not due yet" }
        return robots?.fault(url)?.reason.rawValue
    }
}
