import Web

/// What the store knows of a URL that is due.
final class QueueEntry {
    let url: WebURL
    let href: String
    let source: Int
    let kind: CrawlStore.Kind
    let depth: Int
    let validators: Validators
    let page: StoreChanges.Page

    init(
        page: StoreChanges.Page, url: WebURL, href: String, source: Int, kind: CrawlStore.Kind, depth: Int,
        validators: Validators
    ) {
        (self.page, self.url, self.href) = (page, url, href)
        (self.source, self.kind, self.depth, self.validators) = (source, kind, depth, validators)
    }
}

/// A URL in hand: what the store knows of it, and how far this run got.
struct CrawlTask {
    let entry: QueueEntry
    /// Where redirects have led; nil before the first.
    private var target: Target?
    /// What was asked for before `current`.
    private(set) var visited: [String] = []
    var failures = 0
    /// On the clock of ``monotonicSeconds``.
    var notBefore = 0.0

    private final class Target {
        let url: WebURL
        let href: String
        init(_ url: WebURL) { (self.url, href) = (url, url.requestHref) }
    }

    init(_ entry: QueueEntry) { self.entry = entry }

    /// Of the store's row.
    var id: Int { entry.page.id }
    var url: WebURL { entry.url }
    var href: String { entry.href }
    var source: Int { entry.source }
    var kind: CrawlStore.Kind { entry.kind }
    var page: StoreChanges.Page { entry.page }

    /// What is asked for now.
    var current: WebURL { target?.url ?? entry.url }
    var currentHref: String { target?.href ?? entry.href }

    mutating func move(to target: WebURL) {
        visited.append(currentHref)
        self.target = Target(target)
        failures = 0
    }
}

/// What makes a request conditional (RFC 9110, section 13).
struct Validators {
    var etag: String?
    var lastModified: String?
}

/// How a task ended.
enum CrawlOutcome {
    case found(HTTPResponse, HTTPRequest)
    /// 304, to a request that was conditional.
    case notModified(HTTPResponse, HTTPRequest)
    /// The site's robots.txt, for a task of kind `site`.
    case robots(RobotsPolicy)
    /// `status` where HTTP gave one; `retryAt` where the server said when.
    case fault(FetchFault, status: Int?, retryAt: Moment?)
}

/// What a crawl is for: discovery or retrieval.
protocol Workload: AnyObject {
    /// Takes the end of a task; called within a transaction of the store. True where ``flush()`` makes it known for good,
    /// whether or not the transaction is committed.
    func finished(_ task: CrawlTask, _ outcome: CrawlOutcome, _ changes: StoreChanges) throws -> Bool
    /// Makes what was written outlive the process.
    func flush() throws
    /// Called before the transaction is committed: what was written elsewhere must be whole now.
    func willCommit(_ changes: StoreChanges) throws
    /// Called now and then: makes what was written outlive the machine.
    func sync() throws
}
