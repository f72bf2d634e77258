import Web

/// A URL in hand: what the store knows of it, and how far this run got.
struct CrawlTask {
    /// Of the store's row.
    let id: Int
    let url: WebURL
    let source: Int
    let kind: CrawlStore.Kind
    let depth: Int
    let validators: Validators

    /// Where redirects have led; `url` at first.
    var current: WebURL
    /// What was asked for before `current`.
    var visited: [String] = []
    var failures = 0
    /// On the clock of ``monotonicSeconds``.
    var notBefore = 0.0

    init(id: Int, url: WebURL, source: Int, kind: CrawlStore.Kind, depth: Int, validators: Validators) {
        (self.id, self.url, self.source, self.kind, self.depth) = (id, url, source, kind, depth)
        self.validators = validators
        current = url
    }
}

/// What makes a request conditional (RFC 9110, section 13).
struct Validators {
    var etag: String?
    var lastModified: String?
}

/// How a task ended.
enum CrawlOutcome {
    case found(HTTPResponse, at: WebURL, request: [UInt8])
    /// 304, to a request that was conditional.
    case notModified(HTTPResponse, request: [UInt8])
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
