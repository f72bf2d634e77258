/// A date as a page prints it: with the precision it has, in the zone it names, if it names one.
public struct PrintedDate: Sendable, Hashable {
    public enum Precision: String, Sendable {
        case second, minute, day, month
    }

    /// What is known beforehand about the page.
    public struct Hints: Sendable {
        /// Whether 03/04/2026 is the third of April; nil if nothing tells.
        public var dayFirst: Bool?
        /// Whether ten or thirteen digits are seconds or milliseconds since 1970.
        public var epoch: Bool

        public init(dayFirst: Bool? = nil, epoch: Bool = false) {
            self.dayFirst = dayFirst
            self.epoch = epoch
        }
    }

    /// 1900 to 2100.
    public internal(set) var year: Int
    /// 1 to 12.
    public internal(set) var month: Int
    public internal(set) var day: Int?
    /// 0 to 23. Minutes are known whenever the hour is: "6 p.m." is 18:00.
    public internal(set) var hour: Int?
    public internal(set) var minute: Int?
    /// 0 to 59: a leap second is read as the second before it.
    public internal(set) var second: Int?
    /// What the zone is ahead of UTC.
    public internal(set) var offsetMinutes: Int?
    /// The zone as printed: `Z`, `+02:00`, `EST`.
    public internal(set) var zone: String?
    /// Day and month may have to change places, and no hint told.
    public internal(set) var ambiguous = false

    public var precision: Precision {
        if second != nil { return .second }
        if minute != nil { return .minute }
        return day != nil ? .day : .month
    }

    /// The day without regard to zones: `2026-03-14`, or `2026-03` if no day is printed.
    public var dayAsPrinted: String {
        let month = padded(year, 4) + "-" + padded(month, 2)
        return day.map { month + "-" + padded($0, 2) } ?? month
    }

    /// The instant in seconds since 1970-01-01T00:00:00Z, if time and zone are printed.
    public var seconds: Int? {
        guard let day, let hour, let minute, let offsetMinutes else { return nil }
        let minutes = (CivilDate.days(year: year, month: month, day: day) * 24 + hour) * 60 + minute - offsetMinutes
        return minutes * 60 + (second ?? 0)
    }

    /// The instant in RFC 3339, in UTC, if time and zone are printed.
    public var utc: String? {
        seconds.map(CivilDate.rfc3339)
    }

    /// Days since 1970-01-01 as printed, without regard to zones; nil if no day is printed.
    public var dayNumber: Int? {
        day.map { CivilDate.days(year: year, month: month, day: $0) }
    }

    /// The date with day and month in each other's place; nil where that is none.
    public var exchanged: PrintedDate? {
        guard let day, day <= 12, day != month else { return nil }
        var date = self
        date.month = day
        date.day = month
        return date
    }

    /// A date of a year, month and day that exist, nil of others.
    init?(year: Int, month: Int, day: Int?) {
        guard (1900...2100).contains(year), (1...12).contains(month) else { return nil }
        guard (1...CivilDate.daysInMonth(year: year, month: month)).contains(day ?? 1) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// An instant, printed in UTC.
    public init?(seconds: Int) {
        guard abs(seconds) < 1 << 40 else { return nil }
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let (year, month, day) = CivilDate.date(days: days)
        self.init(year: year, month: month, day: day)
        let rest = seconds - days * 86_400
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60
        offsetMinutes = 0
        zone = "Z"
    }
}

extension PrintedDate {
    /// The date that a text is: an attribute's value, the text of a `time` element. At most 200 bytes.
    public static func parse(_ text: String, hints: Hints = Hints()) -> PrintedDate? {
        guard text.utf8.count <= 200 else { return nil }
        return DateGrammar(text, hints: hints, isWhole: true).matches(limit: 1).first?.date
    }

    /// The first date in a line such as a byline; one that has a day goes before one that has not.
    public static func find(in text: String, hints: Hints = Hints()) -> PrintedDate? {
        let dates = matches(in: text, hints: hints).map(\.date)
        return dates.first { $0.day != nil } ?? dates.first
    }

    /// The first dates in a text, eight at most, with the places in its UTF-8 where they stand. Bytes beyond the 4096th
    /// are not read.
    public static func matches(in text: String, hints: Hints = Hints()) -> [(date: PrintedDate, range: Range<Int>)] {
        DateGrammar(text, hints: hints, isWhole: false).matches(limit: 8)
    }
}
