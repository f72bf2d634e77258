import Glibc
import Staging

/// The signals that ask a crawl to stop, held back until it looks.
struct StopSignals {
    init() {
        var set = Self.set
        pthread_sigmask(SIG_BLOCK, &set, nil)
        signal(SIGPIPE, SIG_IGN)
    }

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, signal) }
        return set
    }

    /// - Throws: `StageFailure` with status 75 where somebody wants the crawl to stop.
    func check() throws(StageFailure) {
        var set = Self.set
        var none = timespec()
        if sigtimedwait(&set, nil, &none) > 0 {
            throw StageFailure(.temporary, "stopped by a signal; run again to go on where this run ended")
        }
    }
}
