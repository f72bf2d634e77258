public import Records
import Web

/// The stretch of time in which an article was published, as wide as its precision: seconds since 1970, UTC, half-open.
public struct PublicationTime: Equatable, Hashable, Sendable {
    public var start: Int
    public var end: Int

    private static let day = 86_400
    /// Zones reach from 12 hours behind UTC to 14 ahead, so a day without a zone is this much wider on each side.
    private static let behind = 12 * 3600
    private static let ahead = 14 * 3600

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// - Parameters:
    ///   - at: RFC 3339.
    ///   - on: the day as printed, `YYYY-MM-DD`, in a zone that is not known.
    public init?(at: String?, on: String? = nil, precision: Precision? = nil) {
        if precision == .day || precision == .month || at == nil {
            guard let text = on ?? at, let date = Self.date(Array(text.utf8)) else { return nil }
            let last = precision == .month ? Self.days(date.year, date.month + 1, 1) : Self.days(date) + 1
            let first = precision == .month ? Self.days(date.year, date.month, 1) : Self.days(date)
            self.init(start: first * Self.day - Self.ahead, end: last * Self.day + Self.behind)
        } else {
            guard let at, let start = Self.instant(Array(at.utf8)) else { return nil }
            let hasSeconds = precision == .second || (precision == nil && start % 60 != 0)
            self.init(start: start, end: start + (hasSeconds ? 1 : 60))
        }
    }

    /// Whether all of this time lies before all of the other.
    public func isBefore(_ other: PublicationTime) -> Bool { end <= other.start }

    private static func date(_ text: [UInt8]) -> (year: Int, month: Int, day: Int)? {
        guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = number(text, 0..<4), let month = number(text, 5..<7), let day = number(text, 8..<10),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return (year, month, day)
    }

    /// `YYYY-MM-DDTHH:MM:SS` with a fraction or not, and `Z` or an offset.
    private static func instant(_ text: [UInt8]) -> Int? {
        guard let date = date(text), text.count >= 20,
            let hour = number(text, 11..<13), let minute = number(text, 14..<16), let second = number(text, 17..<19),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let start = days(date) * day + hour * 3600 + minute * 60 + second
        guard let zone = text[19...].firstIndex(where: { "+-".utf8.contains($0) }) else {
            return text.last == UInt8(ascii: "Z") ? start : nil
        }
        guard text.count >= zone + 6, let hours = number(text, zone + 1..<zone + 3),
            let minutes = number(text, zone + 4..<zone + 6)
        else { return nil }
        let offset = hours * 3600 + minutes * 60
        return text[zone] == UInt8(ascii: "+") ? start - offset : start + offset
    }

    private static func number(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        var value = 0
        for byte in text[range] {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func days(_ date: (year: Int, month: Int, day: Int)) -> Int {
        days(date.year, date.month, date.day)
    }

    /// Days since 1970-01-01; a thirteenth month is the next year's first.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        CivilDate.days(year: month > 12 ? year + 1 : year, month: month > 12 ? 1 : month, day: day)
    }
}
