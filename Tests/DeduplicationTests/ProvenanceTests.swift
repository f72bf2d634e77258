import Deduplication
import Records
import Testing

@Suite struct ProvenanceTests {
    private static let text = Stories.text(Stories.harbor)

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var first: ComparableArticle
        var second: ComparableArticle
        var direction: Relation.Direction
        var from: String? = nil
        var basis: String? = nil
        var canonical: String
        var reason: String

        var testDescription: String { name }
    }

    private static func citing(_ cited: String, _ article: ComparableArticle) -> ComparableArticle {
        var article = article
        var citation = Citation()
        citation.name = cited
        article.citations = [citation]
        return article
    }

    private static func at(_ url: String, pointingTo other: String? = nil, _ article: ComparableArticle)
        -> ComparableArticle
    {
        var article = article
        article.url = url
        article.canonicalURL = other
        return article
    }

    static let cases = [
        Case(
            name: "a credit line outweighs an earlier time",
            first: article("a", "SUND (MPA) — " + text, outlet: "Harbor Post", at: "2026-03-01T08:00:00Z"),
            second: article("b", text, outlet: "Meridian Press Agency", at: "2026-03-01T09:00:00Z"),
            direction: .forward, from: "b", basis: "credit_line", canonical: "b", reason: "cited"),
        Case(
            name: "two who run an absent agency's copy are siblings",
            first: article("a", "SUND (MPA) — " + text, outlet: "Harbor Post", at: "2026-03-01T08:00:00Z"),
            second: article("b", "SUND (MPA) — " + text, outlet: "Northern Ledger", at: "2026-03-01T09:00:00Z"),
            direction: .sibling, basis: "credit_line", canonical: "a", reason: "earliest"),
        Case(
            name: "a citation settles it", first: citing("Northern Ledger", article("a", text, outlet: "Harbor Post")),
            second: article("b", text, outlet: "The Northern Ledger"), direction: .forward, from: "b",
            basis: "citation", canonical: "b", reason: "cited"),
        Case(
            name: "so does a canonical address",
            first: at(
                "https://h.example/1", pointingTo: "https://l.example/1", article("a", text, outlet: "Harbor Post")),
            second: at("https://l.example/1", article("b", text, outlet: "Northern Ledger")), direction: .forward,
            from: "b", basis: "canonical_url", canonical: "b", reason: "cited"),
        Case(
            name: "times that do not overlap",
            first: article("a", text, outlet: "Harbor Post", at: "2026-03-01T09:00:01Z"),
            second: article("b", text, outlet: "Northern Ledger", at: "2026-03-01T10:00:00+01:00"),
            direction: .forward, from: "b", basis: "time", canonical: "b", reason: "earliest"),
        Case(
            name: "minutes that overlap",
            first: article("a", text, outlet: "Harbor Post", at: "2026-03-01T09:00:00Z", precision: .minute),
            second: article("b", text + "\n\nMore.", outlet: "Northern Ledger", at: "2026-03-01T09:00:30Z"),
            direction: .unknown, canonical: "b", reason: "longest"),
        Case(
            name: "days in unknown zones overlap with their neighbours",
            first: article("a", text, outlet: "Harbor Post", at: "2026-03-01T00:00:00Z", precision: .day),
            second: article("b", text, outlet: "Northern Ledger", at: "2026-03-02T05:00:00Z"), direction: .unknown,
            canonical: "a", reason: "smallest_id"),
        Case(
            name: "no times at all", first: article("a", text, outlet: "Harbor Post"),
            second: article("b", text, outlet: "Northern Ledger"), direction: .unknown, canonical: "a",
            reason: "smallest_id"),
    ]

    @Test(arguments: cases)
    func direction(_ pair: Case) throws {
        let found = try findings([pair.first, pair.second])
        let relation = try #require((found[0].relations + found[1].relations).first)
        #expect(relation.direction == pair.direction)
        #expect(relation.basis == pair.basis)
        if let from = pair.from { #expect(relation.from == from) }
        let canonical = try #require(zip(["a", "b"], found).first { $0.1.membership.role == .canonical })
        #expect(canonical.0 == pair.canonical)
        #expect(canonical.1.membership.reason == pair.reason)
    }

    @Test(
        arguments: [
            ("2026-03-01T09:00:00Z", nil, Precision.second, 0, 1),
            ("2026-03-01T09:00:00Z", nil, Precision.minute, 0, 60),
            ("2026-03-01T11:00:00+02:00", nil, Precision.second, 0, 1),
            ("2026-03-01T04:30:00.250-04:30", nil, Precision.second, 0, 1),
            (nil, "2026-03-01", Precision.day, -23 * 3600, 27 * 3600),
            ("2026-03-01T09:00:00Z", "2026-03-01", Precision.day, -23 * 3600, 27 * 3600),
        ] as [(String?, String?, Precision, Int, Int)])
    func intervals(at: String?, on: String?, precision: Precision, start: Int, end: Int) throws {
        // 2026-03-01T09:00:00Z
        let nine = 1_772_355_600
        let time = try #require(PublicationTime(at: at, on: on, precision: precision))
        #expect(time == PublicationTime(start: nine + start, end: nine + end))
    }

    @Test(arguments: ["", "yesterday", "2026-13-01T00:00:00Z", "2026-03-01", "2026-03-01T09:00:00", "2026-03-01T09:0"])
    func noTime(text: String) {
        #expect(PublicationTime(at: text, precision: .second) == nil)
    }
}
