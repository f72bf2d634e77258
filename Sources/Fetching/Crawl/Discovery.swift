import Archive
import Digest
import SystemPackage
import Web

/// Takes the pages that feeds and sitemaps name into the queue.
final class Discovery: Workload {
    private let sources: [Int: SourceSettings]
    private let settings: CrawlSettings
    private let schedule: Schedule
    private let progress: CrawlProgress
    /// For temporary files.
    private let folder: FilePath
    /// What a finding is due at: within this run.
    private let start: Moment
    private var counts: [Int: Counts] = [:]

    /// What came of the entries of a source's listings.
    struct Counts {
        var found = 0
        var known = 0
        var outOfWindow = 0
        var otherHost = 0
        var unusable = 0
        var overLimit = 0
    }

    init(
        sources: [Int: SourceSettings], settings: CrawlSettings, progress: CrawlProgress, folder: FilePath,
        start: Moment
    ) {
        self.sources = sources
        self.folder = folder
        self.settings = settings
        self.progress = progress
        self.start = start
        schedule = Schedule(settings)
    }

    /// By source.
    var findings: [Int: Counts] { counts }

    /// Counts what lists of URLs named.
    func count(_ lists: URLListing, source: Int) {
        counts[source, default: Counts()].found += lists.found
        counts[source, default: Counts()].known += lists.known
    }

    func finished(_ task: CrawlTask, _ outcome: CrawlOutcome, _ changes: StoreChanges) throws -> Bool {
        let now = Moment.now
        let due = schedule.afterListing(now)
        switch outcome {
        case .robots(let policy):
            for sitemap in policy.sitemaps { try addListing(sitemap, base: task.url, depth: 0, task, changes) }
            try changes.noteUnchanged(task.id, status: 200, asked: now, due: due, interval: 0)
        case .notModified:
            try changes.noteUnchanged(task.id, status: 304, asked: now, due: due, interval: 0)
        case .fault(let fault, let status, let retryAt):
            let due = retryAt.map { $0.whole + 1 } ?? due
            try changes.note(task.id, fault, status: status, asked: now, due: due)
        case .found(let response, let request):
            do {
                try read(response, at: request.url, task, changes)
                try changes.store(
                    task.id, at: request.href, digest: "", validators: Validators(response.fields), noarchive: false,
                    place: nil,
                    asked: now, due: due, interval: 0)
            } catch let fault as FetchFault {
                progress.note(fault, source: task.source)
                try changes.note(task.id, fault, status: 200, asked: now, due: due)
            }
        }
        return false
    }

    /// A listing that is being read.
    private struct Listing {
        let task: CrawlTask
        /// Where it was found.
        let base: WebURL
        let source: SourceSettings
        let pages: FoundPages
        /// Pages that the source may still have.
        var left: Int
    }

    private func read(
        _ response: HTTPResponse, at url: WebURL, _ task: CrawlTask, _ changes: StoreChanges
    ) throws {
        guard let file = response.file else { return }
        let coding = (response.fields["Content-Encoding"] ?? "").lowercased()
        // A reader of sitemaps undoes gzip by itself, whatever HTTP says of it.
        guard ["", "identity", "gzip", "x-gzip"].contains(coding) else {
            throw FetchFault(.unsupportedContentEncoding, "only gzip is known for feeds and sitemaps")
        }
        var limits = SitemapLimits()
        limits.bytes = 4 * settings.maxListingBytes
        // Of a packed one most are shorter than so many times its length.
        let pages = FoundPages(folder: folder, bytes: 4 * file.count)
        var listing = Listing(
            task: task, base: url, source: sources[task.source] ?? SourceSettings(), pages: pages, left: 0)
        do {
            var offset = 0
            var reader = try SitemapReader(url: url.requestHref, limits: limits) {
                let bytes = try file.read(at: offset)
                offset += bytes?.count ?? 0
                return bytes
            }
            listing.left = try room(listing, changes)
            while let entry = try reader.next() { try take(entry, &listing, changes) }
            try add(&listing, changes)
        } catch let error as SitemapError {
            // What stands before a fault is taken.
            try add(&listing, changes)
            throw FetchFault(.unreadableListing, error.description)
        }
    }

    private func take(_ entry: SitemapEntry, _ listing: inout Listing, _ changes: StoreChanges) throws {
        let (task, source) = (listing.task, listing.source)
        switch entry.kind {
        case .image: break
        case .sitemap:
            try addListing(entry.loc, base: listing.base, depth: task.entry.depth + 1, task, changes)
        case .url:
            guard isInWindow(entry, source) else {
                counts[task.source, default: Counts()].outOfWindow += 1
                return
            }
            guard let url = WebURL(entry.loc, base: listing.base)?.requestable?.withoutTracking else {
                counts[task.source, default: Counts()].unusable += 1
                return
            }
            guard isOwn(url, of: task.url, source) || isOwn(url, of: listing.base, source) else {
                counts[task.source, default: Counts()].otherHost += 1
                return
            }
            guard listing.left > 0 else {
                counts[task.source, default: Counts()].overLimit += 1
                return
            }
            try listing.pages.append(url)
            if listing.pages.count == listing.left { try add(&listing, changes) }
        }
    }

    /// Adds the pages that were found so far.
    private func add(_ listing: inout Listing, _ changes: StoreChanges) throws {
        let count = listing.pages.count
        let id = listing.task.source
        let added = try listing.pages.add(source: id, due: start.whole) { try $0(changes) }
        counts[id, default: Counts()].found += added
        counts[id, default: Counts()].known += count - added
        listing.left = try room(listing, changes)
    }

    private func room(_ listing: Listing, _ changes: StoreChanges) throws -> Int {
        listing.source.maxURLs - (try changes.size(ofSource: listing.task.source).pages)
    }

    private func addListing(
        _ text: String, base: WebURL, depth: Int, _ task: CrawlTask, _ changes: StoreChanges
    ) throws {
        let source = sources[task.source] ?? SourceSettings()
        guard depth <= settings.maxListingDepth,
            try changes.size(ofSource: task.source).listings < settings.maxListings
        else {
            counts[task.source, default: Counts()].overLimit += 1
            return
        }
        guard let url = WebURL(text, base: base)?.requestable else {
            counts[task.source, default: Counts()].unusable += 1
            return
        }
        // robots.txt is proof enough for sitemaps elsewhere (sitemaps.org, "Sitemaps & Cross Submits").
        guard task.kind == .site || isOwn(url, of: base, source) else {
            counts[task.source, default: Counts()].otherHost += 1
            return
        }
        _ = try changes.add(
            CrawlStore.Finding(url: url, source: task.source, kind: .listing, depth: depth), due: start.whole)
    }

    /// A page of the listing's own registrable domain, or of one that the source names.
    private func isOwn(_ url: WebURL, of listing: WebURL, _ source: SourceSettings) -> Bool {
        if url.host == listing.host { return true }
        guard let domain = url.registrableDomain ?? url.host else { return false }
        return domain == listing.registrableDomain || source.domains.contains(domain)
    }

    /// What has no date of its own is within any window.
    private func isInWindow(_ entry: SitemapEntry, _ source: SourceSettings) -> Bool {
        guard let date = entry.publicationDate ?? entry.lastmod else { return true }
        let day = String(date.prefix(10))
        guard day.utf8.count == 10, day.utf8.dropFirst(4).first == UInt8(ascii: "-") else { return true }
        if let since = source.since, day < since { return false }
        if let until = source.until, day > until { return false }
        return true
    }

    func flush() throws {}
    func willCommit(_ changes: StoreChanges) throws {}
    func sync() throws {}
}
