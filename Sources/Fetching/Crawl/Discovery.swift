import Archive
import Digest
import Web

/// Takes the pages that feeds and sitemaps name into the queue.
final class Discovery: Workload {
    private let sources: [Int: SourceSettings]
    private let settings: CrawlSettings
    private let schedule: Schedule
    private let progress: CrawlProgress
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

    init(sources: [Int: SourceSettings], settings: CrawlSettings, progress: CrawlProgress, start: Moment) {
        self.sources = sources
        self.settings = settings
        self.progress = progress
        self.start = start
        schedule = Schedule(settings)
    }

    /// By source.
    var findings: [Int: Counts] { counts }

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
        do {
            var offset = 0
            var reader = try SitemapReader(url: url.requestHref, limits: limits) {
                let bytes = try file.read(at: offset)
                offset += bytes?.count ?? 0
                return bytes
            }
            while let entry = try reader.next() { try take(entry, base: url, task, changes) }
        } catch let error as SitemapError {
            throw FetchFault(.unreadableListing, error.description)
        }
    }

    private func take(
        _ entry: SitemapEntry, base: WebURL, _ task: CrawlTask, _ changes: StoreChanges
    ) throws {
        switch entry.kind {
        case .image: break
        case .sitemap: try addListing(entry.loc, base: base, depth: task.entry.depth + 1, task, changes)
        case .url:
            let source = sources[task.source] ?? SourceSettings()
            guard isInWindow(entry, source) else {
                counts[task.source, default: Counts()].outOfWindow += 1
                return
            }
            guard let url = WebURL(entry.loc, base: base)?.requestable?.withoutTracking else {
                counts[task.source, default: Counts()].unusable += 1
                return
            }
            guard isOwn(url, of: task.url, source) || isOwn(url, of: base, source) else {
                counts[task.source, default: Counts()].otherHost += 1
                return
            }
            try addPage(url, task.source, source, changes)
        }
    }

    private func addPage(_ url: WebURL, _ id: Int, _ source: SourceSettings, _ changes: StoreChanges) throws {
        guard try changes.size(ofSource: id).pages < source.maxURLs else {
            counts[id, default: Counts()].overLimit += 1
            return
        }
        let isNew = try changes.add(CrawlStore.Finding(url: url, source: id, kind: .page), due: start.whole)
        if isNew { counts[id, default: Counts()].found += 1 } else { counts[id, default: Counts()].known += 1 }
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
