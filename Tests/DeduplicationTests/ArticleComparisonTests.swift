import Deduplication
import Records
import Testing

/// An article for a test; `at` is RFC 3339.
func article(
    _ id: String, _ text: String, outlet: String = "", at: String? = nil, precision: Precision? = .second
) -> ComparableArticle {
    var article = ComparableArticle()
    article.id = id
    article.text = text
    article.outlet = outlet.isEmpty ? nil : Outlet(id: nil, name: outlet)
    article.publishedAt = at
    article.publishedPrecision = at == nil ? nil : precision
    return article
}

/// What is found of articles, in their order.
func findings(_ articles: [ComparableArticle]) throws -> [Deduplication.Finding] {
    var deduplicator = try Deduplicator()
    var numbers: [Int] = []
    for article in articles { numbers.append(try deduplicator.add(article)) }
    let found = try deduplicator.finish()
    return try numbers.map { try #require(try found.finding($0)) }
}

@Suite struct ArticleComparisonTests {
    private static let harbor = Stories.text(Stories.harbor)

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var first: String
        var second: String
        var kind: Relation.Kind?
        var isCluster: Bool
        var outlets = ("Northern Ledger", "Harbor Post")

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "the same bytes", first: harbor, second: harbor, kind: .exact, isCluster: true),
        Case(
            name: "case, quotation marks and accents folded", first: harbor.replacing("Calder", with: "Caldér"),
            second: harbor.uppercased().replacing("“", with: "\"").replacing("’", with: "'"), kind: .exact,
            isCluster: true),
        Case(
            name: "dateline, byline, credits and links are no wording", first: harbor,
            second: "By Ann Lee, Harbor Post\n\nPORT CALDER, March 3 (MPA) — " + harbor
                + "\n\n(Reporting by Ann Lee; editing by Jo Holt)\n\nRead more: Crane fails again",
            kind: .exact, isCluster: true),
        Case(
            name: "a number in letters", first: harbor, second: harbor.replacing("three years", with: "3 years"),
            kind: .exact, isCluster: true),
        Case(
            name: "typing errors", first: harbor,
            second: harbor.replacing("divided", with: "dividde").replacing("season", with: "saeson"), kind: .near,
            isCluster: true),
        Case(
            name: "a paragraph dropped and two exchanged", first: harbor,
            second: Stories.text([0, 3, 2, 4].map { Stories.harbor[$0] }), kind: .near, isCluster: true),
        Case(
            name: "only the beginning", first: harbor, second: Stories.text(Array(Stories.harbor.prefix(2))),
            kind: .truncated, isCluster: true),
        Case(
            name: "a brief from the middle", first: harbor, second: Stories.harbor[3], kind: .contains,
            isCluster: false),
        Case(
            name: "a brief behind a story of its own length",
            first: Stories.text([Stories.orchard[0], Stories.harbor[1]]),
            second: Stories.harbor[1], kind: .contains, isCluster: false),
        Case(
            name: "one story within another",
            first: Stories.text(Stories.orchard, [Stories.harbor[1]], Stories.orchard),
            second: Stories.harbor[1], kind: .contains, isCluster: false),
        Case(
            name: "a template", first: Stories.market("Carrow", "1.2", "8,412", "Grain Bank", "3.1"),
            second: Stories.market("Lindholm", "0.4", "911", "Sund Shipping", "5.7"), kind: nil, isCluster: false),
        Case(
            name: "a rate of 6-1/2 is not one of 6", first: Stories.rates("6-1/2"), second: Stories.rates("6"),
            kind: nil,
            isCluster: false, outlets: ("Harbor Post", "Harbor Post")),
        Case(
            name: "the same rate", first: Stories.rates("6-1/2"), second: Stories.rates("6-1/2"), kind: .exact,
            isCluster: true, outlets: ("Harbor Post", "Harbor Post")),
        Case(
            name: "the same notice at the end", first: Stories.harbor[0] + "\n\n" + Stories.orchard[2],
            second: Stories.orchard[0] + "\n\n" + Stories.orchard[2], kind: nil, isCluster: false),
        Case(
            name: "different stories", first: harbor, second: Stories.text(Stories.orchard), kind: nil,
            isCluster: false),
        Case(
            name: "short and the same", first: "No fog today in Lorn.", second: "No fog today in Lorn!", kind: .exact,
            isCluster: true),
        Case(name: "too short to say", first: "Photo gallery", second: "Photo gallery", kind: nil, isCluster: false),
        Case(name: "nothing at all", first: "", second: "", kind: nil, isCluster: false),
        Case(
            name: "an outlet's own next report",
            first: Stories.text(Array(Stories.harbor.prefix(2)), [Stories.orchard[0]]),
            second: Stories.text([Stories.harbor[4], Stories.harbor[0], Stories.harbor[3], Stories.orchard[1]]),
            kind: .update, isCluster: false, outlets: ("Harbor Post", "Harbor Post")),
    ]

    @Test(arguments: cases)
    func pairs(_ pair: Case) throws {
        let found = try findings([
            article("a", pair.first, outlet: pair.outlets.0), article("b", pair.second, outlet: pair.outlets.1),
        ])
        let relations = found[0].relations + found[1].relations
        #expect(relations.map(\.kind) == (pair.kind.map { [$0] } ?? []))
        #expect((found[0].membership.id == found[1].membership.id) == pair.isCluster)
        #expect(found.filter { $0.membership.role == .copy }.count == (pair.isCluster ? 1 : 0))
    }

    /// A notice that unrelated articles share does not count, even where it outweighs the article.
    @Test func boilerplate() throws {
        let notice =
            "Become a member of our paper for one crown a week and help our reporters ask the questions that matter "
            + "to your town, your street and your family, every day of the year, in print and on the web."
        let stories = Stories.harbor + Stories.orchard
        let found = try findings(
            stories.enumerated().map { article("a\($0)", $1 + "\n\n" + notice, outlet: "Harbor Post") }
                + [article("b", notice + "\n\nA lost dog walked home from Sund.", outlet: "Harbor Post")])
        #expect(Set(found.map(\.membership.id)).count == stories.count + 1)
        #expect(found.flatMap(\.relations).isEmpty)
    }

    /// Reports of a series have a paragraph with a figure in common, on some days: it is not their boilerplate.
    @Test func seriesOfReports() throws {
        let reports = ["6-1/2", "6-1/2", "6-1/2", "6", "6-1/4", "5-7/8"].enumerated().map { number, rate in
            article("a\(number)", Stories.rates(rate, sum: number / 3 * 10 + 20), outlet: "Harbor Post")
        }
        let found = try findings(reports)
        #expect(Set(found.map(\.membership.id)).count == 4)
        #expect(Set(found[..<3].map(\.membership.id)).count == 1)
    }

    /// A text that merges two briefs contains both, and is a copy of neither.
    @Test func severalParents() throws {
        let merged = Stories.text(
            [Stories.harbor[4], Stories.harbor[1], Stories.orchard[0], Stories.orchard[1], Stories.harbor[3]])
        let found = try findings([
            article("a", Stories.harbor[1], outlet: "Harbor Post"),
            article("b", Stories.orchard[1], outlet: "Northern Ledger"),
            article("c", merged, outlet: "Valley Sentinel"),
        ])
        let relations = found.flatMap(\.relations)
        #expect(Set(relations.map { Set([$0.from, $0.to]) }) == [["a", "c"], ["b", "c"]])
        #expect(relations.allSatisfy { $0.kind == .contains })
        #expect(Set(found.map(\.membership.id)).count == 3)
    }

    /// What ties two articles is shown: passages by their place in both texts, what differs, and what became of quotes.
    @Test func evidence() throws {
        let original = Stories.text(Stories.harbor)
        let changed = Stories.text([0, 1, 3, 4].map { Stories.harbor[$0] })
            .replacing("14 inspections", with: "19 inspections").replacing("Tomas Reyk", with: "Jonas Lind")
        var first = article("a", original, outlet: "Harbor Post", at: "2026-03-01T08:00:00Z")
        var quote = Quote()
        quote.id = "q1"
        quote.start = Stories.text(Array(Stories.harbor[..<2])).unicodeScalars.count + 2
        quote.end = quote.start + 70
        first.quotes = [quote]
        let second = article("b", changed, outlet: "Northern Ledger", at: "2026-03-01T09:00:00Z")
        let relation = try #require(try findings([first, second]).flatMap(\.relations).first)
        #expect(relation.from == "a" && relation.direction == .forward && relation.delay == [3600, 3600])
        let evidence = relation.evidence
        #expect(evidence.differences.map { [$0.from, $0.to] } == [["14", "19"], ["Tomas Reyk", "Jonas Lind"]])
        #expect(evidence.quotesDropped == ["q1"] && evidence.quotesAltered.isEmpty)
        #expect(evidence.sharedWords < evidence.otherWords && evidence.otherWords < evidence.words)
        let (here, there) = (ScalarOffsets(original), ScalarOffsets(changed))
        #expect(evidence.passages.count >= 2)
        for passage in evidence.passages {
            #expect(here[passage.from].prefix(12) == there[passage.to].prefix(12))
            #expect(here[passage.from].suffix(12) == there[passage.to].suffix(12))
        }
    }

    /// A story that drifts step by step does not become one cluster of strangers.
    @Test func noChains() throws {
        let sentences = (0..<24).map { number in
            "In the \(["first", "second", "third", "fourth"][number % 4]) hour warden number \(number * 37) counted "
                + "boats near buoy \(number * 53) and wrote the total beside the name of quay \(number * 71)."
        }
        let versions = (0..<5).map { sentences[$0 * 4..<$0 * 4 + 8].joined(separator: "\n\n") }
        let found = try findings(versions.enumerated().map { article("a\($0)", $1, outlet: "Outlet \($0)") })
        for (one, other) in [(0, 2), (0, 3), (0, 4), (1, 3), (1, 4), (2, 4)] {
            #expect(found[one].membership.id != found[other].membership.id)
        }
    }
}
