import Glibc

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

    /// Whether somebody wants the crawl to stop.
    var isAsked: Bool {
        var set = Self.set
        var none = timespec()
        return sigtimedwait(&set, nil, &none) > 0
    }
}
