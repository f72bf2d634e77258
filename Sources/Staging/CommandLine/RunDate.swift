import Web

/// The date of a run, which names its partition.
public enum RunDate {
    /// Whether a text is a day of the calendar, `YYYY-MM-DD`.
    public static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return 1...12 ~= month && 1...CivilDate.daysInMonth(year: year, month: month) ~= day
    }

    /// - Throws: `StageFailure` with status 64 where it is none; `option` names where it came from.
    public static func check(_ text: String?, option: String) throws(StageFailure) {
        guard let text, !isDate(text) else { return }
        throw StageFailure(.usage, "\(option): expected a day as YYYY-MM-DD, found \"\(text)\"")
    }
}
