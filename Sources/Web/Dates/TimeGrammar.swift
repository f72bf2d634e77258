/// A time of day as printed.
struct TimeOfDay {
    var hour: Int
    var minute: Int
    var second: Int?
    /// Printed with "a.m." or "p.m.", as hardly anyone does who puts the day before the month.
    var hasMeridiem = false
    var zone: Zone?

    struct Zone {
        var name: String
        /// Its name in lower case if it is one, empty if it is a number.
        var key: String
        /// What it is ahead of UTC in minutes, nil if that depends on its name and the day.
        var offset: Int?
    }

    init?(hour: Int, minute: Int, second: Int?) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second ?? 0) else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second.map { min($0, 59) }
    }
}

extension DateGrammar {
    /// Puts the time that stands behind a day, else before it, into its date; and the token behind both.
    func withTime(_ day: Day, from start: Int) -> (PrintedDate, end: Int) {
        guard day.date.day != nil, day.date.hour == nil else { return (day.date, day.end) }
        var end = day.end
        var time = day.time
        if time == nil, let found = timeBehind(day.end) {
            time = found.value
            end = found.end
        } else if day.time != nil, time?.zone == nil, let zone = zone(at: end) {
            time?.zone = zone.value
            end = zone.end
        } else if time == nil {
            time = timeBefore(start)
        }

        var date = day.date
        if let swapped = day.swapped {
            let isAmerican = time.map { $0.hasMeridiem || isAmericanZone($0.zone?.key ?? "") } ?? false
            if isAmerican { date = swapped }
            date.ambiguous = true
        }
        guard let time, let dayOfMonth = date.day else { return (date, end) }
        date.hour = time.hour
        date.minute = time.minute
        date.second = time.second
        if let zone = time.zone {
            date.zone = zone.name
            date.offsetMinutes =
                zone.offset ?? zoneOffset(zone.key, year: date.year, month: date.month, day: dayOfMonth)
        }
        return (date, end)
    }

    private func timeBehind(_ end: Int) -> (value: TimeOfDay, end: Int)? {
        var next = end
        for _ in 0..<7 where next < tokens.count {
            if let time = time(at: next, separators: [":", ".", "h"]) { return time }
            guard timeFillers.contains(tokens[next].text) else { return nil }
            next += 1
        }
        return nil
    }

    private func timeBefore(_ start: Int) -> TimeOfDay? {
        for index in max(0, start - 12)..<start {
            guard let time = time(at: index, separators: [":", "h"]), time.end <= start else { continue }
            if (time.end..<start).allSatisfy({ timeFillers.contains(tokens[$0].text) }) { return time.value }
        }
        return nil
    }

    /// 18:05, 18:05:09.123, 6:05 p.m., 6 pm, 18h05, 18 Uhr, 18.05, 180509 behind "T", 午後6時5分; and a zone behind it.
    func time(at index: Int, separators: Set<String>) -> (value: TimeOfDay, end: Int)? {
        var start = index
        var isAfternoon: Bool?
        if let meridiem = eastAsianMeridiem(index) {
            isAfternoon = meridiem
            start += 2
        }
        guard let first = number(start, 0...240_000), var clock = clock(start, first, separators) else { return nil }
        if let (afternoon, end) = meridiem(at: clock.end) {
            isAfternoon = afternoon
            clock.end = end
        } else if clock.isBareHour, isAfternoon == nil {
            return nil
        }
        var hour = clock.hour
        if let isAfternoon {
            guard hour <= 12 || !clock.isBareHour else { return nil }
            if hour == 12 { hour = isAfternoon ? 12 : 0 } else if hour < 12, isAfternoon { hour += 12 }
        }
        guard var time = TimeOfDay(hour: hour, minute: clock.minute, second: clock.second) else { return nil }
        time.hasMeridiem = isAfternoon != nil && start == index
        guard let zone = zone(at: clock.end) else { return (time, clock.end) }
        time.zone = zone.value
        return (time, zone.end)
    }

    private struct Clock {
        var hour: Int
        var minute = 0
        var second: Int?
        /// A number that is an hour only if something behind it says so.
        var isBareHour = false
        var end: Int
    }

    private func clock(_ index: Int, _ first: Int, _ separators: Set<String>) -> Clock? {
        let digits = tokens[index].digits
        if isText(index - 1, "t"), digits == 6 || digits == 4 {
            let time = digits == 6 ? first : first * 100
            let second = digits == 6 ? time % 100 : nil
            return Clock(hour: time / 10_000, minute: time / 100 % 100, second: second, end: index + 1)
        }
        guard digits <= 2, first <= 24 else { return nil }
        let separator = word(index + 1)
        if separators.contains(separator), let minute = number(index + 2, 0...59), tokens[index + 2].digits == 2 {
            // A decimal point, an amount or a further date.
            if separator == ".", isText(index + 3, "."), number(index + 4, 0...9999) != nil { return nil }
            var clock = Clock(hour: first, minute: minute, end: index + 3)
            if separator != "h", isText(index + 3, separator), let second = number(index + 4, 0...60) {
                clock.second = second
                clock.end = index + 5
                if isText(index + 5, ".") || isText(index + 5, ","), tokens[index + 5].isSpaced == false,
                    index + 6 < tokens.count, tokens[index + 6].digits > 0, !tokens[index + 6].isSpaced
                {
                    clock.end = index + 7
                }
            }
            return clock
        }
        switch separator {
        case "h", "uhr": return Clock(hour: first, end: index + 2)
        case "時", "时", "點", "点", "시":
            guard let minute = number(index + 2, 0...59), ["分", "분"].contains(word(index + 3)) else {
                return Clock(hour: first, end: index + 2)
            }
            guard let second = number(index + 4, 0...60), ["秒", "초"].contains(word(index + 5)) else {
                return Clock(hour: first, minute: minute, end: index + 4)
            }
            return Clock(hour: first, minute: minute, second: second, end: index + 6)
        default: return Clock(hour: first, isBareHour: true, end: index + 1)
        }
    }

    /// "pm", "p.m.", "p. m."
    private func meridiem(at index: Int) -> (isAfternoon: Bool, end: Int)? {
        switch word(index) {
        case "am", "pm":
            return (isText(index, "pm"), isText(index + 1, ".") ? index + 2 : index + 1)
        case "a", "p":
            var next = index + 1
            if isText(next, ".") { next += 1 }
            guard isText(next, "m") else { return nil }
            next += 1
            return (isText(index, "p"), isText(next, ".") ? next + 1 : next)
        default: return nil
        }
    }

    private func eastAsianMeridiem(_ index: Int) -> Bool? {
        switch word(index) + word(index + 1) {
        case "上午", "午前", "오전": false
        case "下午", "午後", "오후": true
        default: nil
        }
    }

    /// Z, +02:00, +0200, GMT+2, UTC, EST, (ET); words such as "Eastern Time" end behind "Time".
    private func zone(at index: Int) -> (value: TimeOfDay.Zone, end: Int)? {
        let index = skip(index, over: ["uhr", "hrs", "("], limit: 2)
        if let offset = numericZone(index) {
            return (TimeOfDay.Zone(name: printed(index..<offset.end), key: "", offset: offset.minutes), offset.end)
        }
        let key = word(index)
        guard zoneOffset(key, year: 2000, month: 1, day: 1) != nil else { return nil }
        if ["gmt", "utc"].contains(key), let offset = numericZone(index + 1) {
            return (TimeOfDay.Zone(name: printed(index..<offset.end), key: "", offset: offset.minutes), offset.end)
        }
        let end = skip(index + 1, over: ["standard", "daylight", "time"], limit: 2)
        // "The central" and "Pacific" are zones only where "time" follows.
        guard end > index + 1 || key.unicodeScalars.count <= 4 else { return nil }
        return (TimeOfDay.Zone(name: printed(index..<end), key: key), end)
    }

    private func numericZone(_ index: Int) -> (minutes: Int, end: Int)? {
        guard isText(index, "+") || isText(index, "-"), let number = number(index + 1, 0...1400) else { return nil }
        guard !tokens[index + 1].isSpaced else { return nil }
        var minutes: Int
        var end = index + 2
        switch tokens[index + 1].digits {
        case 4: minutes = number / 100 * 60 + number % 100
        case 1, 2:
            minutes = number * 60
            if isText(index + 2, ":"), let rest = self.number(index + 3, 0...59) {
                minutes += rest
                end = index + 4
            }
        default: return nil
        }
        guard minutes <= 14 * 60 else { return nil }
        return (isText(index, "-") ? -minutes : minutes, end)
    }

    private func printed(_ range: Range<Int>) -> String {
        let bytes = tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
        return String(decoding: text.utf8.dropFirst(bytes.lowerBound).prefix(bytes.count), as: UTF8.self)
    }
}

/// What may stand between a day and its time.
private let timeFillers: Set<String> = {
    let words = """
        , . | · • - / : ; ( ) ( ) 日 星 期 曜 一 二 三 四 五 六 天 月 火 水 木 金 土 週 周 월 화 수 목 금 토 일 요 , t at on um à a alle ore \
        às las os kl klo kello om o ob as la le the de el op в во о at h time updated published posted last uhr od um saat
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
        lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
        lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira
        """
    return Set(words.split { $0 == " " || $0 == "\n" }.map { foldedWord($0) })
}()
