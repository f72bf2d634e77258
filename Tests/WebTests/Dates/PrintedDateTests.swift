import Testing
import Web

/// A date in one line: day, time, zone with its offset in minutes, and "?" if day and month may have to change places.
private func summary(_ date: PrintedDate?) -> String? {
    guard let date else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var text = date.dayAsPrinted
    if let hour = date.hour, let minute = date.minute {
        text += " \(two(hour)):\(two(minute))" + (date.second.map { ":\(two($0))" } ?? "")
    }
    if let zone = date.zone { text += " \(zone)" + (date.offsetMinutes.map { "=\($0)" } ?? "") }
    return date.ambiguous ? text + " ?" : text
}

@Test(arguments: [
    // ISO 8601 and RFC 3339
    ("2026-03-14T18:05:09Z", "2026-03-14 18:05:09 Z=0"),
    ("2026-03-14T18:05:09.123456+02:00", "2026-03-14 18:05:09 +02:00=120"),
    ("2026-03-14T18:05:09,5-0330", "2026-03-14 18:05:09 -0330=-210"),
    ("2026-03-14t18:05z", "2026-03-14 18:05 z=0"),
    ("2026-03-14T18:05", "2026-03-14 18:05"),
    ("2026-03-14 18:05:09 +0100", "2026-03-14 18:05:09 +0100=60"),
    ("2026-03-14T18:05:60+01", "2026-03-14 18:05:59 +01=60"),
    ("20260314T180509Z", "2026-03-14 18:05:09 Z=0"),
    ("20260314T1805", "2026-03-14 18:05"),
    ("20260314", "2026-03-14"),
    ("20260314180509", "2026-03-14 18:05:09"),
    ("2026-03", "2026-03"), ("2026 03 14", "2026-03-14"), ("14 MAR 26", "2026-03-14"), ("14 MAR 26 18:05", nil),
    ("2026-03-14T18:05:09−05:00", "2026-03-14 18:05:09 −05:00=-300"),
    // RFC 2822, RFC 850, asctime, JavaScript
    ("Sat, 14 Mar 2026 18:05:09 +0100", "2026-03-14 18:05:09 +0100=60"),
    ("Sat, 14 Mar 2026 18:05:09 GMT", "2026-03-14 18:05:09 GMT=0"),
    ("Saturday, 14-Mar-26 18:05:09 GMT", "2026-03-14 18:05:09 GMT=0"),
    ("Sat Mar 14 18:05:09 2026", "2026-03-14 18:05:09"),
    ("Sat Mar 14 18:05:09 EST 2026", "2026-03-14 18:05:09 EST=-300"),
    ("Sat Mar 14 2026 18:05:09 GMT+0100 (Central European Standard Time)", "2026-03-14 18:05:09 GMT+0100=60"),
    // English
    ("March 14, 2026, 6:05 p.m. EST", "2026-03-14 18:05 EST=-300"),
    ("March 14, 2026 at 6:05 PM ET", "2026-03-14 18:05 ET=-240"),
    ("Jan. 14, 2026 12:05 a.m. ET", "2026-01-14 00:05 ET=-300"),
    ("Jul 4, 2006 12:00pm Pacific Time", "2006-07-04 12:00 Pacific Time=-420"),
    ("Mar 14th, 2026", "2026-03-14"), ("MARCH 14 2026", "2026-03-14"), ("14 March 2026", "2026-03-14"),
    ("14th of March, 2026", "2026-03-14"), ("14/Mar/2026", "2026-03-14"), ("2026 March 14", "2026-03-14"),
    ("Sat 14 Mar 2026 18.05 GMT", "2026-03-14 18:05 GMT=0"),
    ("18:05 GMT, 14 March 2026", "2026-03-14 18:05 GMT=0"),
    ("6:05 PM EDT, Sat March 14, 2026", "2026-03-14 18:05 EDT=-240"),
    ("March 14, 2026 | 6 pm", "2026-03-14 18:00"),
    ("March 2026", "2026-03"),
    ("2026/03/14", "2026-03-14"), ("2026/3/14 8:05", "2026-03-14 08:05"),
    // German, Dutch, the North
    ("14. März 2026, 18:05 Uhr", "2026-03-14 18:05"), ("14. MAERZ 2026", "2026-03-14"),
    ("14.03.2026 18:05", "2026-03-14 18:05"),
    ("Sa., 14.03.2026 - 18 Uhr", "2026-03-14 18:00"), ("14. 3. 2026", "2026-03-14"), ("14.3.26", "2026-03-14"),
    ("14. Jänner 2026 18.05 Uhr MEZ", "2026-01-14 18:05 MEZ=60"),
    ("14 maart 2026 om 18:05", "2026-03-14 18:05"), ("14 mrt. 2026", "2026-03-14"),
    ("14 mars 2026 kl. 18.05", "2026-03-14 18:05"), ("14. maj 2026", "2026-05-14"), ("14. desember 2026", "2026-12-14"),
    ("14. maaliskuuta 2026 klo 18.05", "2026-03-14 18:05"), ("14.3.2026 klo 18.05", "2026-03-14 18:05"),
    // French, Spanish, Portuguese, Italian, Romanian
    ("samedi 14 mars 2026 à 18h05", "2026-03-14 18:05"), ("1er août 2026", "2026-08-01"),
    ("mar. 14 déc. 2026 18 h 05", "2026-12-14 18:05"), ("14 février 2026 à 18h", "2026-02-14 18:00"),
    ("14 de marzo de 2026, 18:05", "2026-03-14 18:05"), ("14 de setiembre del 2026", "2026-09-14"),
    ("14 de março de 2026 às 18h05", "2026-03-14 18:05"), ("14 MAR 2026", "2026-03-14"),
    ("sabato 14 gennaio 2026 alle ore 18:05", "2026-01-14 18:05"), ("1º maggio 2026", "2026-05-01"),
    ("14 martie 2026, ora 18:05", "2026-03-14"),
    // Polish, Czech, Hungarian, Turkish
    ("14 października 2026, 18:05", "2026-10-14 18:05"), ("14 PAŹDZIERNIKA 2026", "2026-10-14"),
    ("14. března 2026 18:05", "2026-03-14 18:05"), ("14. července 2026", "2026-07-14"),
    ("2026. március 14. 18:05", "2026-03-14 18:05"), ("2026.03.14. 18:05", "2026-03-14 18:05"),
    ("2026. 03. 14.", "2026-03-14"),
    ("14 Ağustos 2026 Cuma 18:05", "2026-08-14"), ("14 KASIM 2026 - 18:05", "2026-11-14 18:05"),
    // Russian, Ukrainian, Greek
    ("14 марта 2026, 18:05", "2026-03-14 18:05"), ("14 мая 2026 в 18:05 МСК", "2026-05-14 18:05 МСК=180"),
    ("14 березня 2026 о 18:05", "2026-03-14 18:05"), ("14 ЛИСТОПАДА 2026", "2026-11-14"),
    ("14 Μαρτίου 2026", "2026-03-14"),
    // Chinese, Japanese, Korean
    ("2026年3月14日", "2026-03-14"), ("2026年3月14日 18:05", "2026-03-14 18:05"),
    ("2026年03月14日18时05分", "2026-03-14 18:05"), ("２０２６年３月１４日（土）午後６時５分", "2026-03-14 18:05"),
    ("2026年3月14日 星期六 上午 8:05", "2026-03-14 08:05"), ("2026년 3월 14일 오후 6:05", "2026-03-14 18:05"),
    ("2026年3月", "2026-03"),
    // Nothing of the kind, or impossible
    ("", nil), ("yesterday", nil), ("2026", nil), ("14 March", nil), ("2026-02-30", nil), ("2026-13-01", nil),
    ("31 April 2026", nil), ("1899-12-31", nil), ("2101-01-01", nil), ("29 February 2025", nil),
    ("29 February 2024", "2024-02-29"), ("1742403909", nil), ("12345678901234567890", nil),
    ("2026-03-14T25:05:00Z", "2026-03-14"), ("2026-03-14 18:65", "2026-03-14"),
])
func printedDates(text: String, expected: String?) {
    #expect(summary(PrintedDate.parse(text)) == expected)
}

@Test(
    arguments: [
        ("03/04/2026", nil, "2026-04-03 ?"), ("03/04/2026", true, "2026-04-03"), ("03/04/2026", false, "2026-03-04"),
        ("03/14/2026", nil, "2026-03-14"), ("03/14/2026", true, "2026-03-14"), ("14/03/2026", false, "2026-03-14"),
        ("03/03/2026", nil, "2026-03-03"), ("03-04-2026", nil, "2026-04-03 ?"), ("03.04.2026", nil, "2026-04-03"),
        ("03/04/2026 6:05 PM", nil, "2026-03-04 18:05 ?"), ("03/04/2026 18:05 EST", nil, "2026-03-04 18:05 EST=-300 ?"),
        ("03/04/2026 18:05", nil, "2026-04-03 18:05 ?"), ("03/04/26", true, "2026-04-03"),
    ] as [(String, Bool?, String)])
func dayAndMonth(text: String, dayFirst: Bool?, expected: String) {
    #expect(summary(PrintedDate.parse(text, hints: .init(dayFirst: dayFirst))) == expected)
}

@Test(arguments: [
    ("1773511509", "2026-03-14 18:05:09 Z=0"), ("1773511509123", "2026-03-14 18:05:09 Z=0"), ("20260314", "2026-03-14"),
])
func secondsSinceTheEpoch(text: String, expected: String) {
    #expect(summary(PrintedDate.parse(text, hints: .init(epoch: true))) == expected)
}

@Test(arguments: [
    ("By Ada Miller | Published March 14, 2026 | Updated March 15, 2026", "2026-03-14"),
    ("BERLIN, 14. März 2026 (dpa)", "2026-03-14"),
    ("Published 6:05 PM EDT, Sat March 14, 2026 — 3 min read", "2026-03-14 18:05 EDT=-240"),
    ("Issue of March 2026, printed on 14 May 2026", "2026-05-14"),
    ("Veröffentlicht am 14.03.2026 um 18:05 Uhr von Jo Meyer", "2026-03-14 18:05"),
    ("Photo 20260314", nil), ("Version 10.1.2026.3", nil), ("Scores 3-4 and 2-1", nil),
    ("In May 2026 12 people", "2026-05"),
    ("14 March 2026 10 people came", "2026-03-14"), ("Tel. 030/14/03/2026", nil),
    ("14 March 2026 – 19:30 doors open", "2026-03-14 19:30"),
])
func finding(line: String, expected: String?) {
    #expect(summary(PrintedDate.find(in: line)) == expected)
}

@Test func matchesTellTheirPlaces() {
    let line = "Größe: 14. März 2026, 18:05 Uhr; 15.03.2026."
    let found = PrintedDate.matches(in: line)
    #expect(found.map(\.date.dayAsPrinted) == ["2026-03-14", "2026-03-15"])
    let texts = found.map { String(decoding: Array(line.utf8)[$0.range], as: UTF8.self) }
    #expect(texts == ["14. März 2026, 18:05", "15.03.2026"])
}

@Test(arguments: [
    ("https://a.example/2026/03/14/story", "2026-03-14"), ("https://a.example/world/2026/mar/14/story", "2026-03-14"),
    ("https://a.example/2026/3/4/story.html", "2026-03-04"), ("https://a.example/2026-03-14-story", "2026-03-14"),
    ("https://a.example/news/20260314/story", "2026-03-14"), ("https://a.example/story-20260314.html", "2026-03-14"),
    ("https://a.example/2026/03/story", "2026-03"), ("https://a.example/2026/03", "2026-03"),
    ("https://a.example/2025/12/x/2026/03/14/", "2026-03-14"), ("/2026/03/14/story", "2026-03-14"),
    ("https://a.example/2026/03/145/x", "2026-03"), ("https://a.example/article/20261399", nil),
    ("https://a.example/id/120260314", nil), ("https://a.example/?d=2026/03/14", nil),
    ("https://2026-03-14.example/story", nil), ("https://a.example/1984/05/06/x", nil), ("", nil),
])
func datesInURLs(url: String, expected: String?) {
    #expect(PrintedDate.find(inURL: url)?.dayAsPrinted == expected)
}

@Test(arguments: [
    ("2026-03-14T18:05:09+02:00", "2026-03-14T16:05:09Z"), ("2026-01-01 00:30 +01:00", "2025-12-31T23:30:00Z"),
    ("2026-03-14 18:05 EST", "2026-03-14T23:05:00Z"), ("2026-03-14 18:05", nil), ("2026-03-14", nil),
])
func instants(text: String, utc: String?) {
    #expect(PrintedDate.parse(text)?.utc == utc)
}

@Test(arguments: [
    ("2026-03-14T18:05:09Z", PrintedDate.Precision.second), ("2026-03-14 18:05", .minute), ("2026-03-14", .day),
    ("2026-03", .month),
])
func precision(text: String, expected: PrintedDate.Precision) {
    #expect(PrintedDate.parse(text)?.precision == expected)
}

/// The change to summer time in the United States: 2nd Sunday of March and 1st of November, before 2007 1st Sunday of April
/// and last of October.
@Test(arguments: [
    ("March 7, 2026 6 pm ET", -300), ("March 8, 2026 6 pm ET", -240), ("October 31, 2026 6 pm ET", -240),
    ("November 1, 2026 6 pm ET", -300), ("April 1, 2006 6 pm ET", -300), ("April 2, 2006 6 pm ET", -240),
    ("October 28, 2006 6 pm ET", -240), ("October 29, 2006 6 pm ET", -300),
])
func americanSummerTime(text: String, offset: Int) {
    #expect(PrintedDate.parse(text)?.offsetMinutes == offset)
}
