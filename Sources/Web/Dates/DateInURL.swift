extension PrintedDate {
    /// The date in the path of a URL: `/2026/03/14/`, `/2026/mar/14/`, `2026-03-14`, `20260314`; failing that `/2026/03/`.
    public static func find(inURL url: String) -> PrintedDate? {
        var path = Array(url.utf8.prefix(2048)).prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        if let scheme = path.indices.first(where: { path[$0...].starts(with: "://".utf8) }) {
            path = path[(scheme + 3)...].drop { $0 != UInt8(ascii: "/") }
        }
        var month: PrintedDate?
        var index = path.startIndex
        while index < path.endIndex {
            guard isASCIIDigit(path[index]) else {
                index += 1
                continue
            }
            let digits = path[index...].prefix(while: isASCIIDigit)
            let isWordEnd = index > path.startIndex && isASCIILetter(path[index - 1])
            if !isWordEnd, let found = date(in: path, digits: digits) {
                if found.day != nil { return found }
                month = month ?? found
            }
            index = digits.endIndex
        }
        return month
    }

    private static func date(in path: ArraySlice<UInt8>, digits: ArraySlice<UInt8>) -> PrintedDate? {
        guard let value = number(digits, atMost: 8) else { return nil }
        if digits.count == 8 {
            return webDate(value / 10_000, value / 100 % 100, value % 100)
        }
        guard digits.count == 4, let (separator, rest) = separated(path, from: digits.endIndex) else { return nil }
        let monthDigits = rest.prefix(while: isASCIIDigit)
        let letters = rest.prefix(while: isASCIILetter)
        let monthEnd = max(monthDigits.endIndex, letters.endIndex)
        let named = letters.count >= 3 ? monthNamed(String(decoding: letters.map(asciiLowercased), as: UTF8.self)) : nil
        guard let month = number(monthDigits, atMost: 2) ?? named else { return nil }
        if let (_, rest) = separated(path, from: monthEnd), case let dayDigits = rest.prefix(while: isASCIIDigit),
            let day = number(dayDigits, atMost: 2), let date = webDate(value, month, day)
        {
            return date
        }
        let isFolder = monthEnd == path.endIndex || path[monthEnd] == UInt8(ascii: "/")
        return separator == UInt8(ascii: "/") && isFolder ? webDate(value, month, nil) : nil
    }

    private static func separated(
        _ path: ArraySlice<UInt8>, from index: Int
    ) -> (separator: UInt8, rest: ArraySlice<UInt8>)? {
        guard index < path.endIndex, "/-_.".utf8.contains(path[index]) else { return nil }
        return (path[index], path[(index + 1)...])
    }

    private static func number(_ digits: ArraySlice<UInt8>, atMost limit: Int) -> Int? {
        guard !digits.isEmpty, digits.count <= limit else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// No page of the Web is older than it.
    private static func webDate(_ year: Int, _ month: Int, _ day: Int?) -> PrintedDate? {
        year >= 1991 ? PrintedDate(year: year, month: month, day: day) : nil
    }
}
