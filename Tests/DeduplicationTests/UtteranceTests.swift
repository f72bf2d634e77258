import Deduplication
import Records
import Testing

@Suite struct UtteranceTests {
    /// An article that is one quote.
    static func quoting(_ id: String, _ words: String, _ speaker: String?, through: String? = nil) -> ComparableArticle
    {
        var quote = Quote()
        quote.id = "q1"
        quote.end = words.unicodeScalars.count
        quote.spans = [TextSpan(0, quote.end)]
        quote.quoted = quote.spans
        if let speaker {
            quote.speaker = Speaker()
            quote.speaker?.name = speaker
        }
        if let through { quote.chain = [ChainLink(.source, name: through)] }
        var result = article(id, words, outlet: "Outlet of \(id)")
        result.quotes = [quote]
        return result
    }

    private static let full = "We would rather lose a season than lose a man under that hook, and the town knows it"

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var first = full
        var speaker: String? = "Helga Marsh"
        var second = full
        var other: String? = "Helga Marsh"
        var isSame = true

        init(
            _ name: String, _ second: String = full, by other: String? = "Helga Marsh",
            first: String = full, speaker: String? = "Helga Marsh", isSame: Bool = true
        ) {
            testDescription = name
            self.first = first
            self.speaker = speaker
            self.second = second
            self.other = other
            self.isSame = isSame
        }
    }

    static let cases = [
        Case("the same"),
        Case("folded", full.uppercased()),
        Case("trimmed", "rather lose a season than lose a man"),
        Case("spliced", "We would rather lose a season … and the town knows it"),
        Case("bracketed", "[The board] would rather lose a season than lose a man"),
        Case(
            "paraphrased at the edges",
            "They would rather lose a season than lose a man under that hook, as everybody knows"),
        Case("the last name", by: "Marsh"),
        Case("a title", by: "Mrs. Marsh", speaker: "Board President Helga Marsh"),
        Case("no speaker", by: nil),
        Case("a pronoun", by: "she"),
        Case("another speaker", by: "Tomas Reyk", isSame: false),
        Case("another of that name", by: "Peter Marsh", isSame: false),
        Case("other words", "The fund will pay every docker until the crane stands", isSame: false),
        Case("a stock phrase", "No comment at all", first: "No comment at all", isSame: false),
    ]

    @Test(arguments: cases)
    func pairs(_ pair: Case) throws {
        let found = try findings([
            Self.quoting("a", pair.first, pair.speaker), Self.quoting("b", pair.second, pair.other),
        ])
        let ids = found.map { $0.quotes[0].membership.id }
        #expect((ids[0] == ids[1]) == pair.isSame)
        #expect(ids.allSatisfy { $0.hasPrefix("k") && $0.utf8.count == 17 })
    }

    /// One attributes the words through the other.
    @Test func through() throws {
        let found = try findings([
            Self.quoting("a", Self.full, "Helga Marsh"),
            Self.quoting("c", Self.full, "Tomas Reyk", through: "Helga Marsh"),
        ])
        #expect(found[0].quotes[0].membership.id == found[1].quotes[0].membership.id)
    }

    /// Two named speakers do not meet through one who is not named.
    @Test func speakersStayApart() throws {
        let found = try findings([
            Self.quoting("a", Self.full + " by now", nil), Self.quoting("b", Self.full, "Helga Marsh"),
            Self.quoting("c", Self.full, "Tomas Reyk"),
        ])
        #expect(found[1].quotes[0].membership.id != found[2].quotes[0].membership.id)
    }

    @Test func placeInTheLongest() throws {
        let found = try findings([
            Self.quoting("a", Self.full, "Helga Marsh"),
            Self.quoting("b", "than lose a man under that hook", "Helga Marsh"),
        ])
        #expect(found[0].quotes[0].membership.isLongest)
        #expect(found[0].quotes[0].membership.at == TextSpan(0, 84))
        #expect(!found[1].quotes[0].membership.isLongest)
        #expect(found[1].quotes[0].membership.at == TextSpan(30, 61))
    }

    /// Offsets outside the text are cut to it.
    @Test(arguments: [(-5, 3), (3, 1), (0, 9_000_000), (Int.min, Int.max)])
    func hostileOffsets(start: Int, end: Int) throws {
        var hostile = Self.quoting("a", Self.full, "Helga Marsh")
        hostile.quotes[0].start = start
        hostile.quotes[0].end = end
        hostile.quotes[0].spans = []
        #expect(try findings([hostile])[0].quotes.count == 1)
    }

    @Test func copiedPassages() throws {
        var original = article("a", Stories.text(Stories.harbor), outlet: "Northern Ledger", at: "2026-03-01T08:00:00Z")
        var copy = article("b", Stories.text(Stories.harbor), outlet: "Harbor Post", at: "2026-03-01T09:00:00Z")
        let start = Stories.harbor[0].unicodeScalars.count + 2 + Stories.harbor[1].unicodeScalars.count + 2
        var quote = Quote()
        quote.id = "q1"
        (quote.start, quote.end) = (start, start + 60)
        original.quotes = [quote]
        copy.quotes = [quote]
        let found = try findings([copy, original])
        #expect(found[0].quotes[0].inCopiedPassage)
        #expect(!found[1].quotes[0].inCopiedPassage)
        #expect(found[0].quotes[0].membership.id == found[1].quotes[0].membership.id)
    }
}
