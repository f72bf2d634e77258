import Archive
import Files
import GRDB
import Glibc
import Logging
import Staging
import SystemPackage
import Web

/// The crawl of one configuration: its sources, and the folder that holds what it knows and got.
///
/// In the folder lie `state.sqlite`, `archive/` with the WARC files, `pages.jsonl` and `report.json`.
final class Crawl {
    let settings: FetchSettings
    let folder: FilePath
    let store: CrawlStore
    /// By number.
    let sources: [Int: SourceSettings]
    /// The folder that paths of the configuration start from.
    private let base: FilePath
    private let lock: Int32

    var archive: FilePath { folder.appending("archive") }
    var pages: FilePath { folder.appending("pages.jsonl") }

    init(_ settings: FetchSettings, folder: FilePath, base: FilePath) throws {
        self.settings = settings
        self.folder = folder
        self.base = base
        try Self.check(settings)
        try folder.makeFolder()
        lock = open(folder.appending("lock").string, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw StageFailure(.temporary, "another crawl holds \(folder)")
        }
        store = try CrawlStore(folder.appending("state.sqlite"))
        var sources: [Int: SourceSettings] = [:]
        for source in settings.sources { sources[try store.source(source.name)] = source }
        self.sources = sources
    }

    deinit {
        close(lock)
    }

    /// What the settings cannot be used without.
    private static func check(_ settings: FetchSettings) throws {
        func refuse(_ key: String, _ problem: String) -> StageFailure {
            StageFailure(.configuration, "\(key): \(problem)")
        }
        let token = settings.crawler.agent.utf8
        let isToken = token.allSatisfy {
            ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        guard !token.isEmpty, isToken else {
            throw refuse("crawler.agent", "expected a name of letters, - and _, by which sites know this crawler")
        }
        guard let contact = WebURL(settings.crawler.contact), contact.isHTTP || contact.scheme == "mailto",
            settings.crawler.contact.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw refuse("crawler.contact", "expected an http, https or mailto URL by which sites can reach you") }
        do { _ = try AddressRules(allowed: settings.crawler.allowAddresses) } catch {
            throw refuse("crawler", error.detail)
        }
        for (index, source) in settings.sources.enumerated() {
            guard !source.name.isEmpty, !settings.sources[..<index].contains(where: { $0.name == source.name }) else {
                throw refuse("sources[\(index)].name", "expected a name that no other source has")
            }
            for url in source.feeds + source.sitemaps + source.sites where WebURL(url)?.requestable == nil {
                throw refuse("sources[\(index)]", "expected a URL of http or https, found \(url)")
            }
        }
    }

    /// Authorization fields by origin, from the environment.
    private func credentials() throws -> [String: String] {
        var result: [String: String] = [:]
        for credential in settings.crawler.credentials {
            guard let origin = WebURL(credential.origin), origin.isHTTP, let value = getenv(credential.environment)
            else {
                throw StageFailure(
                    .configuration,
                    "crawler.credentials: expected an origin, and a variable that the environment has; found "
                        + "\(credential.origin), \(credential.environment)")
            }
            // A line end in a secret would begin another field.
            let secret = String(cString: value)
            guard secret.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw StageFailure(.configuration, "\(credential.environment) holds control characters")
            }
            result[origin.siteOrigin] = secret
        }
        return result
    }

    // MARK: The two steps

    /// Fills the queue from URL lists, robots.txt, feeds and sitemaps.
    func discover() throws {
        let start = Moment.now
        let progress = CrawlProgress("discover")
        let discovery = Discovery(
            sources: sources, settings: settings.crawler, progress: progress, folder: folder, start: start)
        for (id, source) in sources.sorted(by: { $0.key < $1.key }) {
            var lists = URLListing(store: store, source: id, limit: source.maxURLs)
            for path in source.urls {
                for list in try FilePath(path).resolved(from: base).matches() {
                    try lists.read(list, named: list.relative(to: base).string, due: start.whole)
                }
            }
            discovery.count(lists, source: id)
            try store.database.write { db in
                for (urls, kind) in [(source.sites, CrawlStore.Kind.site), (source.feeds + source.sitemaps, .listing)] {
                    for url in urls.compactMap({ WebURL($0)?.requestable }) {
                        _ = try store.add(.init(url: url, source: id, kind: kind), due: start.whole, db)
                    }
                }
            }
        }
        let stop = StopSignals()
        for kind in [CrawlStore.Kind.site, .listing] {
            try crawler(kind, start: start, discovery, stop, progress) { _ in .max }.run()
        }
        try CrawlReport.update(self) { id, report in
            report.discovered = .init(discovery.findings[id], progress.sources[id])
        }

    }

    /// Fetches the pages that are due, and lists all that were ever had.
    func retrieve() throws {
        var tail = ArchiveTail(folder: archive, store: store, settings: settings.crawler)
        let known = try tail.note(behind: try store.recoverArchive(archive))
        if tail.count > 0 { Log.stage.info("found in the archive", metadata: ["pages": "\(tail.count)"]) }
        let progress = CrawlProgress("retrieve")
        let box = Retrieval.ArchiveBox(
            try WARCWriter(
                folder: archive, file: known.file, length: known.length, rotation: settings.crawler.warcBytes,
                information: [
                    ("software", "pipeline"), ("format", "WARC File Format 1.1"),
                    ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
                    ("robots", "obey"), ("http-header-user-agent", settings.crawler.userAgent),
                ]))
        let retrieval = Retrieval(writer: box, settings: settings.crawler, progress: progress)
        defer {
            // What is had is listed, however the crawl ends.
            try? PageList(self).write()
            try? CrawlReport.update(self) { id, report in report.retrieved = .init(progress.sources[id]) }
        }
        try crawler(.page, start: .now, retrieval, StopSignals(), progress) {
            $0.maxPagesPerRun > 0 ? $0.maxPagesPerRun : .max
        }.run()
    }

    private func crawler(
        _ kind: CrawlStore.Kind, start: Moment, _ workload: any Workload, _ stop: StopSignals,
        _ progress: CrawlProgress, left: (SourceSettings) -> Int
    ) throws -> Crawler {
        try Crawler(
            store: store, kind: kind, settings: settings.crawler, credentials: try credentials(),
            sources: sources.mapValues { ($0.delaySeconds ?? settings.crawler.delaySeconds, left($0)) },
            start: start, workload: workload, stop: stop, progress: progress)
    }
}
