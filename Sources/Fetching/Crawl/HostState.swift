import Web

/// One site of a crawl: what waits for it, and how it wants to be treated.
final class HostState {
    enum Robots {
        case unknown, asking
        case known(RobotsPolicy)
    }

    /// Of the store's row.
    let id: Int
    /// The site's root.
    let root: WebURL
    let origin: String
    var robots = Robots.unknown
    /// Why robots.txt could not be had.
    var fault: FetchFault?
    /// Tries for robots.txt that failed.
    var robotsFailures = 0
    var waiting: [CrawlTask] = []
    /// Rows of the store that are in `waiting` or under way.
    var loaded: Set<Int> = []
    /// Requests since the last line of progress.
    var asked = 0
    /// Requests under way.
    var running = 0
    /// Among those that the crawl looks after now.
    var isActive = false
    /// The store has nothing more for it.
    var isDrained = false
    /// Before which no request starts, on the clock of ``monotonicSeconds``.
    var nextStart = 0.0
    var delay: Double

    init(id: Int, root: WebURL, delay: Double) {
        (self.id, self.root, self.delay) = (id, root, delay)
        origin = root.siteOrigin
    }

    var isIdle: Bool { waiting.isEmpty && running == 0 }

    /// Takes out the first task that may start.
    func takeReady(_ now: Double) -> CrawlTask? {
        guard let index = waiting.firstIndex(where: { $0.notBefore <= now }) else { return nil }
        return waiting.remove(at: index)
    }

    /// When the next task may start; nil where none waits.
    var nextWake: Double? {
        guard case .known = robots else {
            if case .asking = robots { return nil }
            return waiting.isEmpty ? nil : nextStart
        }
        return waiting.lazy.map(\.notBefore).min().map { max($0, nextStart) }
    }
}
