/// Finds dates among the tokens of a text: the day by the patterns of this file, then the time beside it.
struct DateGrammar {
    let tokens: [DateToken]
    let text: String
    let hints: PrintedDate.Hints
    /// The text is a date and little else, so that forms which could be anything in running text are tried too.
    let isWhole: Bool

    init(_ text: String, hints: PrintedDate.Hints, isWhole: Bool) {
        tokens = dateTokens(text, limit: 4096)
        self.text = text
        self.hints = hints
        self.isWhole = isWhole
    }

    /// A day found at some token, and the token behind it.
    struct Day {
        var date: PrintedDate
        var end: Int
        /// A time of day that stood within, as in "Mar 14 18:05:00 2026".
        var time: TimeOfDay?
        /// Day and month as they would be the other way round.
        var swapped: PrintedDate?
    }

    func matches(limit: Int) -> [(date: PrintedDate, range: Range<Int>)] {
        var found: [(date: PrintedDate, range: Range<Int>)] = []
        var index = 0
        while index < tokens.count, found.count < limit {
            guard let day = day(at: index) else {
                index += 1
                continue
            }
            let (date, end) = withTime(day, from: index)
            found.append((date, tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound))
            index = end
        }
        return found
    }

    private func day(at index: Int) -> Day? {
        if tokens[index].number != nil {
            return precededByDigits(index)
                ? nil
                : compact(index) ?? yearFirst(index) ?? dayMonthName(index) ?? yearMonthName(index) ?? numeric(index)
        }
        return monthNameDay(index)
    }

    /// In "10.1.2026.3" or "1/03/04/2026" no date begins at the second number.
    private func precededByDigits(_ index: Int) -> Bool {
        guard index >= 2, tokens[index - 2].number != nil else { return false }
        return !tokens[index].isSpaced && !tokens[index - 1].isSpaced && "-/.".contains(tokens[index - 1].text)
    }

    // MARK: Digits alone

    /// 20260314, 20260314180500 and seconds since 1970.
    private func compact(_ index: Int) -> Day? {
        guard let number = tokens[index].number, isWhole, tokens.count <= 12 else { return nil }
        switch tokens[index].digits {
        case 8: return date(number / 10_000, number / 100 % 100, number % 100).map { Day(date: $0, end: index + 1) }
        case 14:
            let day = number / 1_000_000
            let time = TimeOfDay(hour: number / 10_000 % 100, minute: number / 100 % 100, second: number % 100)
            return date(day / 10_000, day / 100 % 100, day % 100).map { Day(date: $0, end: index + 1, time: time) }
        case 10 where hints.epoch: return PrintedDate(seconds: number).map { Day(date: $0, end: index + 1) }
        case 13 where hints.epoch: return PrintedDate(seconds: number / 1000).map { Day(date: $0, end: index + 1) }
        default: return nil
        }
    }

    /// 2026-03-14, 2026/3/14, 2026.03.14, 2026 03 14, 2026. 03. 14., 2026年3月14日, 2026년 3월 14일; without the day where that is clear.
    private func yearFirst(_ index: Int) -> Day? {
        if isWhole, tokens.count == 3, index == 0, let year = year(0), let month = number(1, 1...12) {
            return number(2, 1...31).flatMap { date(year, month, $0) }.map { Day(date: $0, end: 3) }
        }
        guard let year = year(index), index + 2 < tokens.count, let month = number(index + 2, 1...12) else {
            return nil
        }
        let separator = tokens[index + 1].text
        switch separator {
        case "-", "/", ".":
            guard separator == "." || !tokens[index + 1].isSpaced && !tokens[index + 2].isSpaced else { return nil }
            if isText(index + 3, separator), let day = number(index + 4, 1...31),
                let date = date(year, month, day), tokens[index + 4].digits <= 2
            {
                return Day(date: date, end: index + 5)
            }
            guard isWhole, separator == "-", index + 3 == tokens.count, tokens[index + 2].digits == 2 else {
                return nil
            }
            return date(year, month, nil).map { Day(date: $0, end: index + 3) }
        case "年", "년":
            guard isText(index + 3, "月") || isText(index + 3, "월") else { return nil }
            if let day = number(index + 4, 1...31), ["日", "号", "號", "일"].contains(word(index + 5)) {
                return date(year, month, day).map { Day(date: $0, end: index + 6) }
            }
            return date(year, month, nil).map { Day(date: $0, end: index + 4) }
        default: return nil
        }
    }

    /// 14/03/2026, 03/14/2026, 14.03.2026, 14. 3. 2026, 14-03-2026; years of two digits where the text is a date.
    private func numeric(_ index: Int) -> Day? {
        guard let first = number(index, 1...31), index + 4 < tokens.count, let second = number(index + 2, 1...31) else {
            return nil
        }
        let separator = tokens[index + 1].text
        guard ["/", ".", "-"].contains(separator), tokens[index + 3].text == separator else { return nil }
        guard separator == "." || !(index + 1...index + 4).contains(where: { tokens[$0].isSpaced }) else { return nil }
        guard tokens[index].digits <= 2, tokens[index + 2].digits <= 2 else { return nil }
        // A version or an address goes on.
        guard !isText(index + 5, separator) || number(index + 6, 0...9999) == nil || tokens[index + 6].isSpaced else {
            return nil
        }
        guard let year = year(index + 4) ?? (isWhole ? shortYear(index + 4) : nil) else { return nil }
        let dayFirst = date(year, second, first)
        let monthFirst = date(year, first, second)
        let swapped = first == second ? nil : monthFirst
        if separator == "." || hints.dayFirst == true {
            return (dayFirst ?? monthFirst).map { Day(date: $0, end: index + 5) }
        }
        if hints.dayFirst == false { return (monthFirst ?? dayFirst).map { Day(date: $0, end: index + 5) } }
        if let dayFirst { return Day(date: dayFirst, end: index + 5, swapped: swapped) }
        return monthFirst.map { Day(date: $0, end: index + 5) }
    }

    // MARK: Names of months

    /// 14 March 2026, 14th of March, 2026, 14. März 2026, 14 de marzo de 2026, 14-Mar-26, 14 MAR 26.
    private func dayMonthName(_ index: Int) -> Day? {
        guard let day = number(index, 1...31), tokens[index].digits <= 2 else { return nil }
        var next = index + 1
        if ["st", "nd", "rd", "th", "er", "º", "°", "ª"].contains(word(next)), !tokens[next].isSpaced { next += 1 }
        next = skip(next, over: [".", "-", "/", ",", "de", "of", "d", "'", "’"], limit: 2)
        guard let month = month(next) else { return nil }
        let isDashed = isText(next + 1, "-")
        next = skip(next + 1, over: [".", ",", "-", "/", "de", "del", "do", "of", "'", "’"], limit: 2)
        let isLast = isWhole && next + 1 == tokens.count
        guard let year = year(next) ?? (isDashed || isLast ? shortYear(next) : nil) else { return nil }
        return date(year, month, day).map { Day(date: $0, end: next + 1) }
    }

    /// March 14, 2026, Mar. 14th 2026, Mar 14 18:05:00 EST 2026; March 2026.
    private func monthNameDay(_ index: Int) -> Day? {
        guard let month = month(index) else { return nil }
        var next = skip(index + 1, over: [".", "-", "/"], limit: 1)
        if let day = number(next, 1...31), tokens[next].digits <= 2 {
            next += 1
            if ["st", "nd", "rd", "th"].contains(word(next)) { next += 1 }
            let afterDay = skip(next, over: [",", ".", "-", "/"], limit: 2)
            if let year = year(afterDay) {
                return date(year, month, day).map { Day(date: $0, end: afterDay + 1) }
            }
            if let time = time(at: next, separators: [":"]), let year = year(time.end),
                let date = date(year, month, day)
            {
                return Day(date: date, end: time.end + 1, time: time.value)
            }
            return nil
        }
        next = skip(index + 1, over: [".", ",", "-", "/", "de", "del", "of"], limit: 2)
        // Behind a number it is a day that does not exist.
        guard let year = year(next), number(isText(index - 1, ".") ? index - 2 : index - 1, 1...99) == nil else {
            return nil
        }
        return date(year, month, nil).map { Day(date: $0, end: next + 1) }
    }

    /// 2026. március 14., 2026 March 14, 2026-Mar-14.
    private func yearMonthName(_ index: Int) -> Day? {
        guard let year = year(index) else { return nil }
        var next = skip(index + 1, over: [".", "-", "/", ","], limit: 1)
        guard let month = month(next) else { return nil }
        next = skip(next + 1, over: [".", "-", "/"], limit: 1)
        guard let day = number(next, 1...31), tokens[next].digits <= 2 else { return nil }
        // In "in 2026 March 14, 2027" the year is another sentence's.
        let after = skip(next + 1, over: [","], limit: 1)
        guard self.year(after) == nil else { return nil }
        return date(year, month, day).map { Day(date: $0, end: next + 1) }
    }

    // MARK: Tokens

    func word(_ index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].text : ""
    }

    func isText(_ index: Int, _ text: String) -> Bool {
        word(index) == text
    }

    func number(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
        guard tokens.indices.contains(index), let number = tokens[index].number else { return nil }
        return range.contains(number) ? number : nil
    }

    /// Behind at most `limit` of the tokens of `fillers`.
    func skip(_ index: Int, over fillers: Set<String>, limit: Int) -> Int {
        var next = index
        while next < index + limit, next < tokens.count, fillers.contains(tokens[next].text) { next += 1 }
        return next
    }

    private func year(_ index: Int) -> Int? {
        number(index, 1900...2100).flatMap { tokens[index].digits == 4 ? $0 : nil }
    }

    private func shortYear(_ index: Int) -> Int? {
        number(index, 0...99).flatMap { tokens[index].digits == 2 ? $0 + ($0 < 70 ? 2000 : 1900) : nil }
    }

    private func month(_ index: Int) -> Int? {
        tokens.indices.contains(index) ? monthNamed(tokens[index].text) : nil
    }

    private func date(_ year: Int, _ month: Int, _ day: Int?) -> PrintedDate? {
        PrintedDate(year: year, month: month, day: day)
    }
}
