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
            name: "one story within another",
            first: Stories.text(Stories.orchard, [Stories.harbor[1]], Stories.orchard),
            second: Stories.harbor[1], kind: .contains, isCluster: false),
        Case(
            name: "a template", first: Stories.market("Carrow", "1.2", "8,412", "Grain Bank", "3.1"),
            second: Stories.market("Lindholm", "0.4", "911", "Sund Shipping", "5.7"), kind: nil, isCluster: false),
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
