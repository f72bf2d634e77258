import Glibc
import Web

/// Time as the runner sees it. Stages never look at a clock.
enum Clock {
    /// Nanoseconds since 1970.
    static var now: Int { read(CLOCK_REALTIME) }

    /// Seconds from some fixed moment, never set back.
    static var monotonic: Double { Double(read(CLOCK_MONOTONIC)) / 1e9 }

    private static func read(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// The UTC day of a moment, `YYYY-MM-DD`.
    static func day(_ moment: Int = now) -> String { String(timestamp(moment).prefix(10)) }

    /// A moment as `YYYY-MM-DDThh:mm:ssZ`.
    static func timestamp(_ moment: Int = now) -> String { CivilDate.rfc3339(seconds: moment / 1_000_000_000) }
}
