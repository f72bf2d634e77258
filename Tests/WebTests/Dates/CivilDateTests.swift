import Testing
import Web

@Test(arguments: [
    (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11016, 2), (2026, 3, 14, 20526, 6),
    (1900, 3, 1, -25508, 4),
    (1600, 2, 29, -135_081, 2),
])
func days(year: Int, month: Int, day: Int, days: Int, weekday: Int) {
    #expect(CivilDate.days(year: year, month: month, day: day) == days)
    #expect(CivilDate.date(days: days) == (year, month, day))
    #expect(CivilDate.weekday(days: days) == weekday)
}

@Test func everyDayOfFourCenturies() {
    var expected = (year: 1900, month: 1, day: 1)
    for days in CivilDate.days(year: 1900, month: 1, day: 1)..<CivilDate.days(year: 2300, month: 1, day: 1) {
        guard CivilDate.date(days: days) == expected else {
            Issue.record("day \(days) is not \(expected)")
            return
        }
        expected.day += 1
        if expected.day > CivilDate.daysInMonth(year: expected.year, month: expected.month) {
            expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
        }
    }
}

@Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_773_511_509, "2026-03-14T18:05:09Z"),
    (-62_135_596_800, "0001-01-01T00:00:00Z"),
])
func rfc3339(seconds: Int, expected: String) {
    #expect(CivilDate.rfc3339(seconds: seconds) == expected)
}
