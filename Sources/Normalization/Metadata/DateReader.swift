/// Finds the first date in a text: ISO 8601, RFC 2822, names of months, digits in national orders, CJK marks.
struct DateReader {
    /// Whether `03/04/2025` is read as the 4th of March.
    var monthFirst = true

    private enum Piece {
        case number(Int, digits: Int)
        case word(UInt64)
        case mark(UInt8)
        case year, month, day
    }

    func read(_ text: String) -> PrintedDate? {
        let pieces = Self.pieces(Array(text.utf8.prefix(300)))
        for index in pieces.indices {
            if let (date, next) = date(pieces, at: index), date.isPlausible {
                return withTime(date, pieces, next)
            }
        }
        return nil
    }

    private static func pieces(_ bytes: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 0x30 < 10 {
                var value = 0
                let start = index
                while index < bytes.count, bytes[index] &- 0x30 < 10 {
                    if index - start < 9 { value = value * 10 + Int(bytes[index] - 0x30) }
                    index += 1
                }
                pieces.append(.number(value, digits: index - start))
            } else if byte == 0x54 || byte == 0x74, index > 0, bytes[index - 1] &- 0x30 < 10,
                index + 1 < bytes.count, bytes[index + 1] &- 0x30 < 10
            {
                // The `T` between date and time.
                index += 1
            } else if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 {
                if let sign = sign(bytes, index) {
                    pieces.append(sign)
                    index += 3
                    continue
                }
                var hash = WordHash()
                while index < bytes.count, bytes[index] >= 0x80 || (bytes[index] | 0x20) &- 0x61 < 26,
                    sign(bytes, index) == nil
                {
                    hash.add(bytes[index])
                    index += 1
                }
                pieces.append(.word(hash.value))
            } else {
                if byte != 0x20 { pieces.append(.mark(byte)) }
                index += 1
            }
        }
        return pieces
    }

    /// The signs for year, month and day of Chinese, Japanese and Korean.
    private static func sign(_ bytes: [UInt8], _ index: Int) -> Piece? {
        guard bytes[index] >= 0xe0, index + 2 < bytes.count else { return nil }
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xe5, 0xb9, 0xb4), (0xeb, 0x85, 0x84): return .year
        case (0xe6, 0x9c, 0x88), (0xec, 0x9b, 0x94): return .month
        case (0xe6, 0x97, 0xa5), (0xec, 0x9d, 0xbc): return .day
        default: return nil
        }
    }

    private func number(_ pieces: [Piece], _ index: Int) -> (value: Int, digits: Int)? {
        guard index < pieces.count, case .number(let value, let digits) = pieces[index] else { return nil }
        return (value, digits)
    }

    private func isMark(_ pieces: [Piece], _ index: Int, _ marks: String) -> UInt8? {
        guard index < pieces.count, case .mark(let byte) = pieces[index], marks.utf8.contains(byte) else { return nil }
        return byte
    }

    private func month(_ pieces: [Piece], _ index: Int) -> Int? {
        guard index < pieces.count, case .word(let hash) = pieces[index] else { return nil }
        return MonthNames.month(hash)
    }

    private func date(_ pieces: [Piece], at index: Int) -> (PrintedDate, Int)? {
        if let month = month(pieces, index) { return monthThenDay(pieces, index, month) }
        guard let first = number(pieces, index) else { return nil }
        if first.digits == 4 { return yearFirst(pieces, index, first.value) }
        if first.digits == 8 {
            return (
                PrintedDate(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100),
                index + 1
            )
        }
        guard first.digits <= 2, first.value > 0 else { return nil }
        return dayThenMonth(pieces, index, first.value) ?? digitsAlone(pieces, index, first.value)
    }

    /// `2025-01-20`, `2025/01/20`, `2025.1.20`, `2025年1月20日`.
    private func yearFirst(_ pieces: [Piece], _ index: Int, _ year: Int) -> (PrintedDate, Int)? {
        if index + 1 < pieces.count, case .year = pieces[index + 1], let month = number(pieces, index + 2),
            index + 3 < pieces.count, case .month = pieces[index + 3]
        {
            guard let day = number(pieces, index + 4), index + 5 < pieces.count, case .day = pieces[index + 5] else {
                return (PrintedDate(year: year, month: month.value, day: 0), index + 4)
            }
            return (PrintedDate(year: year, month: month.value, day: day.value), index + 6)
        }
        guard let mark = isMark(pieces, index + 1, "-/."), let month = number(pieces, index + 2), month.digits <= 2
        else {
            return nil
        }
        guard isMark(pieces, index + 3, "-/.") == mark, let day = number(pieces, index + 4), day.digits <= 2 else {
            return nil
        }
        return (PrintedDate(year: year, month: month.value, day: day.value), index + 5)
    }

    /// `January 20, 2025`, `Jan. 20th 2025`, `January 2025`.
    private func monthThenDay(_ pieces: [Piece], _ index: Int, _ month: Int) -> (PrintedDate, Int)? {
        var next = index + 1
        while isMark(pieces, next, ".,-/") != nil { next += 1 }
        guard let day = number(pieces, next) else { return nil }
        if day.digits == 4 { return (PrintedDate(year: day.value, month: month, day: 0), next + 1) }
        guard day.digits <= 2, day.value > 0 else { return nil }
        next += 1
        var skipped = 0
        while next < pieces.count, skipped < 3 {
            if let year = number(pieces, next) {
                guard year.digits == 4 else { return nil }
                return (PrintedDate(year: year.value, month: month, day: day.value), next + 1)
            }
            next += 1
            skipped += 1
        }
        return nil
    }

    /// `20 January 2025`, `20. Januar 2025`, `20 de enero de 2025`, `20-Jan-2025`.
    private func dayThenMonth(_ pieces: [Piece], _ index: Int, _ day: Int) -> (PrintedDate, Int)? {
        for next in index + 1..<min(index + 4, pieces.count) {
            if number(pieces, next) != nil { return nil }
            guard let month = month(pieces, next) else { continue }
            for after in next + 1..<max(next + 1, min(next + 4, pieces.count)) {
                guard let year = number(pieces, after) else { continue }
                guard year.digits == 4 else { return nil }
                return (PrintedDate(year: year.value, month: month, day: day), after + 1)
            }
            return nil
        }
        return nil
    }

    /// `20.01.2025`, `20/01/2025`, `01/20/2025`, `20.1.25`.
    private func digitsAlone(_ pieces: [Piece], _ index: Int, _ first: Int) -> (PrintedDate, Int)? {
        guard let mark = isMark(pieces, index + 1, "./-"), let second = number(pieces, index + 2), second.digits <= 2,
            isMark(pieces, index + 3, "./-") == mark, let year = number(pieces, index + 4),
            year.digits == 4 || year.digits == 2 && mark != UInt8(ascii: "-")
        else { return nil }
        let full = year.digits == 4 ? year.value : 2000 + year.value
        let slash = mark != UInt8(ascii: ".")
        let american = slash && (monthFirst && first <= 12 || second.value > 12)
        return (
            PrintedDate(year: full, month: american ? first : second.value, day: american ? second.value : first),
            index + 5
        )
    }

    /// The time of day behind a date, and its zone.
    private func withTime(_ date: PrintedDate, _ pieces: [Piece], _ start: Int) -> PrintedDate {
        var date = date
        for index in start..<min(start + 6, pieces.count) {
            guard let hour = number(pieces, index), hour.digits <= 2, hour.value < 24,
                isMark(pieces, index + 1, ":.h") != nil,
                let minute = number(pieces, index + 2), minute.digits == 2, minute.value < 60
            else { continue }
            date.hour = hour.value
            date.minute = minute.value
            var next = index + 3
            if isMark(pieces, next, ":") != nil, let second = number(pieces, next + 1), second.value < 61 {
                date.second = min(59, second.value)
                next += 2
                if isMark(pieces, next, ".,") != nil, number(pieces, next + 1) != nil { next += 2 }
            }
            readZone(&date, pieces, next)
            return date
        }
        return date
    }

    private func readZone(_ date: inout PrintedDate, _ pieces: [Piece], _ start: Int) {
        var next = start
        if next < pieces.count, case .word(let hash) = pieces[next], hash == Self.pm || hash == Self.am {
            if let hour = date.hour { date.hour = hour % 12 + (hash == Self.pm ? 12 : 0) }
            next += 1
        }
        guard next < pieces.count else { return }
        switch pieces[next] {
        case .word(let hash):
            guard let zone = Self.zones[hash] else { return }
            date.offset = zone.minutes
            date.zone = zone.name
        case .mark(let sign) where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
            guard let hours = number(pieces, next + 1) else { return }
            var minutes = hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
            if hours.digits <= 2, isMark(pieces, next + 2, ":") != nil, let rest = number(pieces, next + 3) {
                minutes += rest.value
            }
            guard minutes <= 14 * 60 else { return }
            date.offset = sign == UInt8(ascii: "-") ? -minutes : minutes
            date.zone =
                (sign == UInt8(ascii: "-") ? "-" : "+") + PrintedDate.digits(minutes / 60, 2) + ":"
                + PrintedDate.digits(minutes % 60, 2)
        default: return
        }
    }

    private static let am = WordHash.of("am".utf8)
    private static let pm = WordHash.of("pm".utf8)
    /// Zone names that mean one offset wherever they are printed (RFC 2822, section 4.3, and the European ones).
    private static let zones: [UInt64: (name: String, minutes: Int)] = {
        let rows: [(String, Int)] = [
            ("Z", 0), ("UTC", 0), ("GMT", 0), ("EST", -300), ("EDT", -240), ("CST", -360), ("CDT", -300), ("MST", -420),
            ("MDT", -360), ("PST", -480), ("PDT", -420), ("CET", 60), ("CEST", 120), ("MEZ", 60), ("MESZ", 120),
            ("EET", 120), ("EEST", 180), ("MSK", 180), ("JST", 540), ("AEST", 600), ("AEDT", 660),
        ]
        return Dictionary(uniqueKeysWithValues: rows.map { (WordHash.of($0.0.utf8), ($0.0, $0.1)) })
    }()
}
