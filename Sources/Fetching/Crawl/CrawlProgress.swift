import Logging
import Staging

/// What a crawl did, for the report and for who watches it.
final class CrawlProgress {
    /// Of one source.
    struct Counts {
        var asked = 0
        var stored = 0
        var unchanged = 0
        var redirected = 0
        /// Of bodies, as they were sent.
        var bytes = 0
        var skipped: [String: Int] = [:]
        var quarantined: [String: Int] = [:]
    }

    private(set) var sources: [Int: Counts] = [:]
    private let what: String
    private var due = 0
    private var done = 0
    private var lastLine = monotonicSeconds
    private var doneAtLastLine = 0

    private static let secondsBetweenLines = 5.0

    init(_ what: String) { self.what = what }

    func began(due: Int) { self.due = due }

    func ended(_ task: CrawlTask, _ outcome: CrawlOutcome) {
        done += 1
        sources[task.source, default: Counts()].asked += 1
        switch outcome {
        case .found(let response, _): sources[task.source]?.bytes += response.body.count + (response.file?.count ?? 0)
        case .notModified: sources[task.source]?.unchanged += 1
        case .fault(let fault, _, _): note(fault, source: task.source)
        case .robots: break
        }
    }

    func note(_ fault: FetchFault, source: Int) {
        if fault.reason.isHarmless {
            sources[source, default: Counts()].skipped[fault.reason.rawValue, default: 0] += 1
        } else {
            sources[source, default: Counts()].quarantined[fault.reason.rawValue, default: 0] += 1
        }
    }

    func stored(source: Int) { sources[source, default: Counts()].stored += 1 }
    func unchanged(source: Int) { sources[source, default: Counts()].unchanged += 1 }
    func redirected(source: Int) { sources[source, default: Counts()].redirected += 1 }
    func deferred(_ count: Int, _ fault: FetchFault) { done += count }

    /// Whether it is time to tell how it goes.
    func isLineDue(_ now: Double) -> Bool { now - lastLine >= Self.secondsBetweenLines }

    /// Tells how it goes: the hosts that were asked most since the last line, and when the next may be asked.
    func tell(_ active: [HostState], nextWake: Double?, _ now: Double) {
        let busiest = active.sorted { ($1.asked, $0.id) < ($0.asked, $1.id) }.prefix(5)
            .map { "\($0.root.authority) \($0.asked)" }.joined(separator: ", ")
        for host in active { host.asked = 0 }
        Log.stage.info(
            "\(what)",
            metadata: [
                "done": "\(done)", "queued": "\(max(0, due - done))", "hosts": "\(active.count)",
                "per_second": "\(Int(Double(done - doneAtLastLine) / (now - lastLine)))",
                "next_in_seconds": "\(nextWake.map { String(Int(max(0, $0 - now).rounded(.up))) } ?? "")",
                "by_host": "\(busiest)",
            ])
        lastLine = now
        doneAtLastLine = done
    }
}
