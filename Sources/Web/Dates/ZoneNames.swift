/// What a zone's folded name is ahead of UTC in minutes, on a given day.
///
/// Abbreviations are those that news pages print. Where two zones share one, it is the one of the larger press: CST is
/// North America's, IST India's, BST Britain's.
func zoneOffset(_ name: String, year: Int, month: Int, day: Int) -> Int? {
    if let offset = offsets[name] { return offset }
    guard let standard = americanZones[name] else { return nil }
    return standard + (isAmericanSummer(CivilDate.days(year: year, month: month, day: day), year: year) ? 60 : 0)
}

/// Whether a zone's name is printed in the United States, where months go before days.
func isAmericanZone(_ name: String) -> Bool {
    americanZones[name] != nil || americanAbbreviations.contains(name)
}

private let offsets: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60, "met": 60, "wat": 60,
    "cest": 120, "mesz": 120, "eet": 120, "sast": 120, "cat": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180,
    "eat": 180, "gst": 240, "pkt": 300, "ist": 330, "npt": 345, "wib": 420, "ict": 420, "hkt": 480, "sgt": 480,
    "awst": 480, "jst": 540, "kst": 540, "acst": 570, "aest": 600, "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780,
    "nst": -210, "ndt": -150, "ast": -240, "adt": -180, "brt": -180, "art": -180, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
]

private let americanAbbreviations: Set<String> = [
    "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "akst", "akdt", "hst",
]

/// Names that hold in summer and winter, by the offset of their standard time.
private let americanZones: [String: Int] = [
    "et": -300, "eastern": -300, "ct": -360, "central": -360, "mt": -420, "mountain": -420, "pt": -480, "pacific": -480,
]

/// Daylight saving time of the United States: from the second Sunday of March to the first of November since 2007, from the
/// first of April to the last of October from 1987 to 2006 (15 U.S.C. 260a). Days of change count by their afternoon.
private func isAmericanSummer(_ day: Int, year: Int) -> Bool {
    func sunday(_ month: Int, onOrAfter first: Int) -> Int {
        let days = CivilDate.days(year: year, month: month, day: first)
        return days + (7 - CivilDate.weekday(days: days)) % 7
    }
    return year >= 2007
        ? (sunday(3, onOrAfter: 8)..<sunday(11, onOrAfter: 1)).contains(day)
        : (sunday(4, onOrAfter: 1)..<sunday(10, onOrAfter: 25)).contains(day)
}
