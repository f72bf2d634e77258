import Extraction
import Records
import TestSupport
import Testing

/// The stage's extractor with the model that `make models` fetches.
@Suite(.enabled(if: DefaultModel.isThere, Comment(rawValue: DefaultModel.absent)))
struct ModelTests {
    private static let text = """
        Russian Foreign Minister Igor Valentsov told Reuters on Monday that Moscow had asked the International Grain \
        Council (IGC) in London for a hearing.

        Marta Oyelaran, who leads the Berlin-based charity Green Harvest, said the U.S. had not answered. "America is \
        silent," Oyelaran said. The IGC's chairman, Dr. Peter Lund, met Valentsov in the United States last week.
        """

    private func extractor() throws -> Extractor { Extractor(model: try EntityModel(folder: DefaultModel.folder)) }

    @Test func findsTypesNamesAndKeys() throws {
        let extraction = try extractor().extract(text: Self.text, language: "en")
        #expect(extraction.faults(in: Self.text) == [])
        #expect(extraction.extraction.status == .ok)
        #expect(extraction.extraction.model == DefaultModel.name)
        let keys = extraction.entities.map(\.key)
        #expect(
            keys == [
                "misc/russian", "person/igor-valentsov", "outlet/reuters", "place/moscow",
                "org/international-grain-council", "place/london", "person/marta-oyelaran", "misc/berlin-based",
                "org/green-harvest", "place/united-states", "person/peter-lund",
            ])
        let offsets = ScalarOffsets(Self.text)
        func mentions(_ key: String) -> [String] {
            extraction.entities.filter { $0.key == key }.flatMap(\.mentions).map {
                "\(offsets[TextSpan($0.start, $0.end)]) \($0.label) \($0.rule) \($0.evidence ?? "-")"
            }
        }
        #expect(
            mentions("person/igor-valentsov") == [
                "Igor Valentsov PERSON role -", "Valentsov NORP surname Igor Valentsov",
            ])
        #expect(
            mentions("org/international-grain-council") == [
                "International Grain Council ORG model -", "IGC ORG acronym International Grain Council",
                "IGC ORG same_name International Grain Council",
            ])
        #expect(
            mentions("place/united-states") == [
                "U.S. GPE table ISO 3166 US", "America GPE table ISO 3166 US", "United States GPE table ISO 3166 US",
            ])
        #expect(extraction.entities.first { $0.name == "Peter Lund" }?.roles == ["Dr."])
    }

    /// A paragraph that was seen before, alone or between others, is found as it would be anew.
    @Test func theMemoDoesNotShow() throws {
        let used = try extractor()
        let paragraphs = Self.text.split(separator: "\n\n").map(String.init)
        let copies = [Self.text, paragraphs[1], paragraphs[0] + "\n" + paragraphs[0], paragraphs[1] + "\n" + Self.text]
        var first: [Extraction] = []
        for text in copies { first.append(try extractor().extract(text: text, language: "en")) }
        for _ in 0..<2 {
            for (text, expected) in zip(copies, first) {
                #expect(used.extract(text: text, language: "en") == expected)
                // More than the memo holds.
                let noise = (0..<2000).map { "Sentence \($0) of Anna Berg" + String(repeating: " x", count: 600) }
                _ = used.extract(text: noise.joined(separator: "\n"), language: "en")
            }
        }
    }

    @Test(arguments: [
        ("de", "Angela Berg wohnt in Hamburg."), (nil, "Angela Berg wohnt in Hamburg und sagt das nicht."),
    ])
    func otherLanguagesAreNotGuessedAt(language: String?, text: String) throws {
        let extraction = try extractor().extract(text: text, language: language)
        #expect(extraction.extraction.status == .unsupportedLanguage)
        #expect(extraction.entities.isEmpty && extraction.quotes.isEmpty)
    }

    /// Names that the model draws over the ends of sentences, at the places where quotes look for phrases.
    @Test func namesEndWithTheirSentences() throws {
        let extractor = try extractor()
        let names = ["Kestrel Corp. The Harbour Co.", "Peter Lund. Marta Oyelaran", "Banco del Sur. Inc. Sur Ltd."]
        for name in names {
            for frame in [
                "According to %. It fell.", "It fell, according to % said.", "%, % said", "\"No,\" said %. It was.",
            ] {
                let text = frame.split(separator: "%", omittingEmptySubsequences: false).joined(separator: name)
                #expect(extractor.extract(text: text, language: "en").faults(in: text) == [], "\(text)")
            }
        }
    }

    @Test func damagedTextsKeepTheRules() throws {
        let extractor = try extractor()
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            var text = Self.text
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let index = text.index(text.startIndex, offsetBy: Int.random(in: 0..<text.count, using: &random))
                text.insert(contentsOf: random.text(upTo: 4), at: index)
            }
            #expect(extractor.extract(text: text, language: "en").faults(in: text) == [], "\(text.debugDescription)")
        }
    }
}
