import Web

/// A time of RFC 3339 in UTC, to the minute.
struct Moment: Comparable {
    /// Since 1970.
    let minutes: Int
    /// `12 March 2026, 14:42 UTC`.
    let text: String

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Null for what does not begin as `2026-03-12T14:42`.
    init?(_ time: String?) {
        guard let time, let day = Self.day(time), time.utf8.count >= 16 else { return nil }
        let bytes = Array(time.utf8)
        guard let hour = Self.number(bytes[11..<13]), let minute = Self.number(bytes[14..<16]), hour < 24, minute < 60
        else { return nil }
        minutes = day.sinceEpoch * 1440 + hour * 60 + minute
        text = day.text + ", " + String(decoding: bytes[11..<16], as: UTF8.self) + " UTC"
    }

    static func < (one: Moment, other: Moment) -> Bool { one.minutes < other.minutes }

    /// `2026-03-12` as `12 March 2026`; as it stands where it is no date.
    static func spelled(_ date: String) -> String { day(date)?.text ?? date }

    private static func day(_ date: String) -> (sinceEpoch: Int, text: String)? {
        let bytes = Array(date.utf8.prefix(10))
        guard bytes.count == 10, let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10]), 1...12 ~= month, 1...31 ~= day
        else { return nil }
        return (CivilDate.days(year: year, month: month, day: day), "\(day) \(months[month - 1]) \(year)")
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0) { number, digit in
            guard let number, UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
            return number * 10 + Int(digit - UInt8(ascii: "0"))
        }
    }
}

/// So many minutes for a person, in the largest unit that fits.
func delay(_ minutes: Int) -> String {
    for (unit, size) in [("day", 1440), ("hour", 60)] where minutes >= size * 2 {
        return "\((minutes + size / 2) / size) \(unit)s"
    }
    return minutes == 1 ? "1 minute" : "\(minutes) minutes"
}
