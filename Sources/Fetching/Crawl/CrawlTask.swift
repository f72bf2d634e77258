import Web

/// A URL in hand: what the store knows of it, and how far this run got.
struct CrawlTask {
    /// Of the store's row.
    let id: Int
    let url: WebURL
    let href: String
    let source: Int
    let kind: CrawlStore.Kind
    let depth: Int
    let validators: Validators
    /// What the store knows of the page.
    let page: StoreChanges.Page

    /// Where redirects have led; `url` at first.
    private(set) var current: WebURL
    private(set) var currentHref: String
    /// What was asked for before `current`.
    var visited: [String] = []
    var failures = 0
    /// On the clock of ``monotonicSeconds``.
    var notBefore = 0.0

    init(
        page: StoreChanges.Page, url: WebURL, href: String, source: Int, kind: CrawlStore.Kind, depth: Int,
        validators: Validators
    ) {
        (id, self.page, self.url, self.href) = (page.id, page, url, href)
        (self.source, self.kind, self.depth, self.validators) = (source, kind, depth, validators)
        (current, currentHref) = (url, href)
    }

    mutating func move(to target: WebURL) {
        visited.append(currentHref)
        (current, currentHref) = (target, target.requestHref)
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
    /// Takes the end of a task; called within a transaction of the store.
    func finished(_ task: CrawlTask, _ outcome: CrawlOutcome, _ changes: StoreChanges) throws
    /// Called before the transaction is committed: what was written elsewhere must be whole now.
    func willCommit(_ changes: StoreChanges) throws
    /// Called now and then: makes what was written outlive the machine.
    func sync() throws
}
