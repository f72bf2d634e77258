internal import Records

/// A moment as a page prints it.
struct PrintedDate: Sendable, Equatable {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int?
    var minute: Int?
    var second: Int?
    /// Minutes east of UTC; nil where the page names no zone.
    var offset: Int?
    /// The zone as printed.
    var zone: String?

    var precision: Precision {
        if second != nil { return .second }
        return hour != nil ? .minute : day == 0 ? .month : .day
    }

    /// `YYYY-MM-DD`, in the page's own zone; nil where only the month is known.
    var printedDay: String? {
        day == 0 ? nil : Self.digits(year, 4) + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2)
    }

    /// RFC 3339 in UTC; nil where the zone or the time is unknown.
    var instant: String? {
        guard let hour, let minute, let offset else { return nil }
        let minutes = Self.days(year, month, day) * 1440 + hour * 60 + minute - offset
        let day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        let rest = minutes - day * 1440
        let (y, m, d) = Self.civil(day)
        return Self.digits(y, 4) + "-" + Self.digits(m, 2) + "-" + Self.digits(d, 2) + "T" + Self.digits(rest / 60, 2)
            + ":"
            + Self.digits(rest % 60, 2) + ":" + Self.digits(second ?? 0, 2) + "Z"
    }

    var isPlausible: Bool {
        year >= 1800 && year <= 2100 && month >= 1 && month <= 12 && day >= 0 && day <= Self.length(year, month)
    }

    static func length(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func digits(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms").
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func civil(_ days: Int) -> (Int, Int, Int) {
        let z = days + 719_468
        let era = z / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}
