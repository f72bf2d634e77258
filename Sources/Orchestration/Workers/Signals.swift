import Glibc
import Staging

/// The signals that the runner waits for on its one thread, instead of handling them wherever they strike.
struct Signals {
    private var set = sigset_t()

    /// Holds back the end of children and the wish to stop until `wait` looks.
    init() {
        sigemptyset(&set)
        for signal in [SIGCHLD, SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
        // Who starts us may have children ignored, and their ends would never be seen.
        signal(SIGCHLD, SIG_DFL)
        // A reader that went away must not end the run silently.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits until a child ends or the time is up.
    ///
    /// - Throws: `StageFailure` with status 75 where somebody wants the run to stop.
    func wait(milliseconds: Int) throws(StageFailure) {
        var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        var set = set
        let signal = sigtimedwait(&set, nil, &time)
        if [SIGTERM, SIGINT, SIGHUP].contains(signal) {
            throw StageFailure(.temporary, "stopped by a signal; run again to go on where this run ended")
        }
    }

    /// Looks without waiting.
    func check() throws(StageFailure) {
        try wait(milliseconds: 0)
    }
}
