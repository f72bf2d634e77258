import Glibc
import Web

/// Seconds since 1970. Only fetching from the network looks at a clock.
struct Moment: Comparable, Hashable, Sendable {
    var seconds: Double

    static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(seconds: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    }

    var whole: Int { Int(seconds) }

    static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
    static func + (moment: Moment, seconds: Double) -> Moment { Moment(seconds: moment.seconds + seconds) }
    static func - (left: Moment, right: Moment) -> Double { left.seconds - right.seconds }

    /// `YYYY-MM-DDThh:mm:ssZ`.
    var timestamp: String { CivilDate.rfc3339(seconds: whole) }

    init(seconds: Double) { self.seconds = seconds }

    /// A date as ``timestamp`` writes it.
    init?(timestamp text: String) {
        guard text.utf8.count == 20, text.utf8.last == UInt8(ascii: "Z") else { return nil }
        self.init(utc: text)
    }

    /// A date of HTTP in any of its forms (RFC 9110, section 5.6.7).
    init?(httpDate text: String) {
        guard text.utf8.count <= 64, let date = PrintedDate.parse(text)?.utc else { return nil }
        self.init(utc: date)
    }

    /// Year, month, day, hour, minute and second, in this order, with anything between them.
    private init?(utc text: String) {
        let numbers = text.utf8.split { !(0x30...0x39).contains($0) }.compactMap { Int32(String($0) ?? "") }
        guard numbers.count >= 6 else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
        self.init(seconds: Double(timegm(&parts)))
    }
}

/// Time that is never set back, in seconds, for waiting.
var monotonicSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
