import GRDB
import Staging
import SystemPackage
import Web

/// Fetches what is due, politely, many hosts at once, on one thread.
///
/// Each turn starts what may start, waits for the network, and notes what ended. Of what the store holds only a window is in
/// memory: some hosts, and of each some tasks.
final class Crawler {
    let store: CrawlStore
    let kind: CrawlStore.Kind
    let settings: CrawlSettings
    let workload: any Workload
    let pool: TransferPool
    let retries: RetryPolicy
    let userAgent: String
    private let credentials: [String: String]
    private let stop: StopSignals
    private let progress: CrawlProgress

    /// What is due later than this belongs to another run.
    let start: Moment
    private let deadline: Double?
    /// Sources that may still be asked for, with the requests left to each.
    private var sources: [Int: (delay: Double, left: Int)]

    private var openSources: Set<Int>

    /// By origin; those that have something to do are in `active` too.
    var hosts: [String: HostState] = [:]
    private var active: [HostState] = []
    private var lastHost = 0
    /// Whether the store may have hosts that are due beyond `lastHost`.
    private var mayHaveMoreHosts = true
    private var turn = 0

    private var activities: [Int: Activity] = [:]
    private var nextTag = 0
    private var ended: [(task: CrawlTask, host: HostState, outcome: CrawlOutcome)] = []
    private var endedBytes = 0
    var robotsFound: [(host: Int, status: Int, body: [UInt8])] = []
    private var unreachable: [(host: HostState, fault: FetchFault)] = []
    private var lastSync = monotonicSeconds
    private var lastCommit = monotonicSeconds
    /// Ends of tasks in the open transaction.
    private var noted = 0

    enum Activity {
        case page(CrawlTask, HostState, HTTPRequest)
        case robots(RobotsQuestion)
    }

    private static let mostHosts = 512
    private static let tasksPerHost = 32
    private static let secondsBetweenSyncs = 2.0
    /// A transaction is open no longer than this, and for no more pages: neighbours in the tables are written once then.
    private static let secondsBetweenCommits = 1.0
    private static let mostNoted = 512
    /// Bodies that ended within one turn are in memory together, so that large ones cannot.
    private static let mostEndedBytes = 4 << 20

    /// - Parameter sources: by their number, with the seconds between two requests, and how many requests are left.
    init(
        store: CrawlStore, kind: CrawlStore.Kind, settings: CrawlSettings, credentials: [String: String],
        sources: [Int: (delay: Double, left: Int)], start: Moment, workload: any Workload, stop: StopSignals,
        progress: CrawlProgress
    ) throws {
        self.store = store
        self.kind = kind
        self.settings = settings
        self.sources = sources
        openSources = Set(sources.keys)
        self.start = start
        self.workload = workload
        self.stop = stop
        self.progress = progress
        self.credentials = credentials
        userAgent = settings.userAgent
        retries = RetryPolicy(settings)
        deadline = settings.runMinutes > 0 ? monotonicSeconds + 60 * settings.runMinutes : nil
        pool = TransferPool(
            limits: HTTPLimits(settings), addresses: try AddressRules(allowed: settings.allowAddresses),
            connections: settings.connections, folder: store.folder)
    }

    /// Runs until nothing is due any more.
    ///
    /// - Throws: `StageFailure` with status 75 where a signal asks to stop.
    func run() throws {
        progress.began(due: try store.countDue(kind, before: start.whole))
        while true {
            if stop.isAsked {
                try commit()
                throw StageFailure(.temporary, "stopped by a signal; run again to go on where this run ended")
            }
            let isOver = deadline.map { monotonicSeconds >= $0 } ?? false
            if !isOver { try load() }
            let now = monotonicSeconds
            if !isOver { try startWhatMay(now) }
            try note()
            active.removeAll { host in
                if host.isIdle, host.isDrained { host.isActive = false }
                return !host.isActive
            }
            if pool.count == 0, isOver || (active.isEmpty && !mayHaveMoreHosts) { break }
            for completion in try pool.wait(milliseconds: patience(now)) {
                try ended(completion)
                if endedBytes >= Self.mostEndedBytes { try note() }
            }
            try note()
            let turned = monotonicSeconds
            if progress.isLineDue(turned) { progress.tell(active, nextWake: nextWake(), turned) }
        }
        try commit()
        try workload.sync()
    }

    // MARK: Loading

    /// Takes hosts and tasks from the store, where the window has room.
    private func load() throws {
        if mayHaveMoreHosts, active.count < Self.mostHosts / 2 {
            let room = Self.mostHosts - active.count
            let found = try store.hostsDue(kind, after: lastHost, before: start.whole, limit: room)
            for (id, origin) in found {
                guard let host = try host(origin, id: id) else { continue }
                host.isDrained = false
                activate(host)
            }
            mayHaveMoreHosts = found.count == room
            lastHost = mayHaveMoreHosts ? found.last?.id ?? 0 : 0
        }
        for host in active {
            guard !host.isDrained, host.waiting.count < Self.tasksPerHost / 4 else { continue }
            let tasks = try store.due(
                kind, host: host.id, before: start.whole, sources: openSources, loaded: host.loaded,
                limit: Self.tasksPerHost)
            host.isDrained = tasks.isEmpty
            for task in tasks {
                host.loaded.insert(task.id)
                host.waiting.append(task)
                host.delay = max(host.delay, sources[task.source]?.delay ?? 0)
            }
        }
    }

    func activate(_ host: HostState) {
        if !host.isActive { active.append(host) }
        host.isActive = true
    }

    /// The state of a site; nil for what is no URL of one.
    func host(_ origin: String, id: Int? = nil) throws -> HostState? {
        if let known = hosts[origin] { return known }
        guard let root = WebURL(origin + "/") else { return nil }
        let number = try id ?? store.change { try $0.host(origin) }
        let host = HostState(id: number, root: root, delay: 0)
        let lifetime = 24 * 3600
        if let (status, body) = try store.robots(host: number, now: start.whole, lifetime: lifetime) {
            know(RobotsPolicy(status: status, body: body, agent: settings.agent), of: host)
        }
        if hosts.count > 20 * Self.mostHosts {
            hosts = hosts.filter { !$0.value.isIdle || !$0.value.loaded.isEmpty || $0.value.isActive }
        }
        hosts[origin] = host
        return host
    }

    func know(_ policy: RobotsPolicy, of host: HostState) {
        host.robots = .known(policy)
        host.delay = max(host.delay, min(policy.crawlDelay ?? 0, settings.maxCrawlDelaySeconds))
    }

    // MARK: Starting

    private func startWhatMay(_ now: Double) throws {
        turn += 1
        for index in active.indices where pool.count < settings.connections {
            // Another host is the first each time, so that none starves.
            let host = active[(index + turn) % active.count]
            while pool.count < settings.connections, host.running < settings.connectionsPerHost, now >= host.nextStart {
                guard case .known(let policy) = host.robots else {
                    if case .unknown = host.robots, !host.waiting.isEmpty { try askForRobots(host) }
                    break
                }
                if case .disallowAll = policy {
                    giveUp(host)
                    break
                }
                guard let task = host.takeReady(now) else { break }
                try start(task, host, policy, now)
            }
        }
    }

    private func start(_ task: CrawlTask, _ host: HostState, _ policy: RobotsPolicy, _ now: Double) throws {
        if task.kind == .site {
            return end(task, host, .robots(policy))
        }
        if let fault = policy.fault(task.currentHref) {
            return end(task, host, .fault(fault, status: nil, retryAt: nil))
        }
        guard let source = sources[task.source] else {
            host.loaded.remove(task.id)
            return
        }
        if source.left == 1 {
            sources[task.source] = nil
            openSources.remove(task.source)
        } else {
            sources[task.source]?.left -= 1
        }
        // Listings are read from a file, piece by piece.
        var request =
            task.kind == .listing
            ? request(task.current, task.currentHref, "gzip") : request(task.current, task.currentHref)
        // A validator belongs to the URL that gave it.
        if task.visited.isEmpty {
            if let etag = task.entry.validators.etag { request.fields.append(("If-None-Match", etag)) }
            if let date = task.entry.validators.lastModified { request.fields.append(("If-Modified-Since", date)) }
        }
        if task.kind == .listing { request.destination = .file(settings.maxListingBytes) }
        try begin(request, .page(task, host, request), host, now)
    }

    /// Leaves a site whose robots.txt cannot be had to another run.
    private func giveUp(_ host: HostState) {
        guard var fault = RobotsPolicy.disallowAll.fault("") else { return }
        if let own = host.fault, own.reason == .refusedAddress { fault = own }
        unreachable.append((host, fault))
        for task in host.waiting where !task.visited.isEmpty {
            end(task, host, .fault(fault, status: nil, retryAt: nil))
        }
        host.waiting = []
        host.loaded = []
        host.isDrained = true
    }

    /// A request as this crawler signs it, with the codings that its answer may have.
    func request(_ url: WebURL, _ href: String, _ codings: String = "gzip, deflate, br, zstd") -> HTTPRequest {
        var request = HTTPRequest(url, href: href)
        request.fields = [
            ("User-Agent", userAgent), ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            ("Accept-Encoding", codings),
        ]
        if !credentials.isEmpty { request.authorization = credentials[url.siteOrigin] }
        return request
    }

    func begin(_ request: HTTPRequest, _ activity: Activity, _ host: HostState, _ now: Double) throws {
        nextTag += 1
        try pool.begin(request, tag: nextTag)
        activities[nextTag] = activity
        host.running += 1
        host.nextStart = max(host.nextStart, now + host.delay)
    }

    // MARK: Ending

    private func ended(_ completion: TransferPool.Completion) throws {
        switch activities.removeValue(forKey: completion.tag) {
        case .robots(let question): try answered(question, completion.result)
        case .page(let task, let host, let request):
            host.running -= 1
            host.asked += 1
            try judge(task, host, completion.result, request)
        case nil: break
        }
    }

    func end(_ task: CrawlTask, _ host: HostState, _ outcome: CrawlOutcome) {
        ended.append((task, host, outcome))
        if case .found(let response, _) = outcome { endedBytes += response.body.count }
    }

    /// Puts a task back, to be tried again or to follow a redirect.
    func putBack(_ task: CrawlTask, to host: HostState) {
        host.waiting.insert(task, at: 0)
        activate(host)
    }

    // MARK: Noting

    /// Notes what ended. What the archive can tell after a kill waits for others in an open transaction; all else is
    /// committed at once.
    private func note() throws {
        guard !ended.isEmpty || !robotsFound.isEmpty || !unreachable.isEmpty else {
            return noted > 0 && monotonicSeconds - lastCommit > Self.secondsBetweenCommits ? try commit() : ()
        }
        var isSafe = robotsFound.isEmpty && unreachable.isEmpty
        try store.change { changes in
            for (host, status, body) in robotsFound {
                try changes.noteRobots(host: host, status: status, body: body, at: .now)
            }
            for (task, _, outcome) in ended {
                progress.ended(task, outcome)
                if !(try workload.finished(task, outcome, changes)) { isSafe = false }
            }
            for (host, fault) in unreachable {
                let due = fault.reason.maySubside ? (Moment.now + Schedule.secondsAfterFailure).whole : nil
                let count = try changes.defer(host: host.id, kind, before: start.whole, fault, to: due)
                progress.deferred(count, fault)
            }
        }
        try workload.flush()
        for (task, host, _) in ended {
            // Under the host of its own URL, wherever redirects led.
            let home = task.visited.isEmpty ? host : hosts[task.url.siteOrigin]
            home?.loaded.remove(task.id)
        }
        if kind != .page {
            mayHaveMoreHosts = true
            lastHost = 0
            for host in active { host.isDrained = false }
        }
        noted += ended.count
        ended.removeAll(keepingCapacity: true)
        endedBytes = 0
        robotsFound.removeAll()
        unreachable.removeAll()
        if !isSafe || noted >= Self.mostNoted || monotonicSeconds - lastCommit > Self.secondsBetweenCommits {
            try commit()
        }
    }

    private func commit() throws {
        try store.change { try workload.willCommit($0) }
        try store.commit()
        noted = 0
        lastCommit = monotonicSeconds
        if lastCommit - lastSync > Self.secondsBetweenSyncs {
            try workload.sync()
            lastSync = lastCommit
        }
    }

    // MARK: Waiting

    private func nextWake() -> Double? {
        active.lazy.compactMap(\.nextWake).min()
    }

    /// Milliseconds to wait for the network: until the next host may be asked, at most half a second.
    private func patience(_ now: Double) -> Int32 {
        let most = 500.0
        guard pool.count < settings.connections, let wake = nextWake() else { return Int32(most) }
        return Int32(min(max((wake - now) * 1000, pool.count > 0 ? 1 : 0), most).rounded(.up))
    }
}

extension HTTPLimits {
    init(_ settings: CrawlSettings) {
        connectSeconds = settings.connectSeconds
        idleSeconds = settings.idleSeconds
        totalSeconds = settings.totalSeconds
        headerBytes = settings.maxHeaderBytes
        encodedBytes = settings.maxEncodedBytes
    }
}
