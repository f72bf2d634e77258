import Extraction
import Outlets
import Records
import Testing

struct ExtractorTests {
    private let extractor = Extractor()

    @Test(arguments: ["de", "uk", "fr-CA", "zz", ""])
    func otherLanguagesAreNotGuessedAt(language: String) {
        let extraction = extractor.extract(text: "Ilka Bereny said \"yes\".", language: language)
        #expect(extraction.extraction.status == .unsupportedLanguage)
        #expect(extraction.entities.isEmpty && extraction.quotes.isEmpty && extraction.citations.isEmpty)
    }

    @Test(arguments: ["en", "EN", "en-GB", "en_US"])
    func englishIsKnownByItsTag(language: String) {
        #expect(extractor.extract(text: "Ja.", language: language).extraction.status == .noModel)
    }

    @Test(arguments: [
        ("The mayor said that it was late and that he would go to the harbour.", ExtractionReport.Status.noModel),
        ("Der Bürgermeister sagte, er werde am Montag in den Hafen gehen.", .unsupportedLanguage),
        ("Мер сказав, що піде до гавані в понеділок.", .unsupportedLanguage),
        ("", .unsupportedLanguage),
    ])
    func unknownLanguageIsToldByItsWords(text: String, status: ExtractionReport.Status) {
        #expect(extractor.extract(text: text).extraction.status == status)
    }

    @Test func offsetsCountScalars() throws {
        let text = "😀 Émile Żak said: “Żółć 😀”."
        let extraction = extractor.extract(text: text, language: "en")
        let quote = try #require(extraction.quotes.first)
        #expect(ScalarOffsets(text)[TextSpan(quote.start, quote.end)] == "“Żółć 😀”")
        #expect(quote.quoted.map { ScalarOffsets(text)[$0] } == ["Żółć 😀"])
        #expect(quote.speaker?.name == "Émile Żak")
    }

    @Test func blockquotesAreQuotesByStructure() throws {
        let lead = "Pavel Drozhin published a letter."
        let letter = "The corridor is a curtain with a signature."
        let text = lead + "\n" + letter
        let (start, end) = (lead.count + 1, text.count)
        let blocks = [Block(.paragraph, start: 0, end: lead.count), Block(.blockquote, start: start, end: end)]
        let extraction = extractor.extract(text: text, language: "en", blocks: blocks)
        #expect(extraction.quotes.map(\.type) == [.block])
        #expect(extraction.quotes.first.map { [$0.start, $0.end] } == [start, end])
        let plain = extractor.extract(text: text, language: "en")
        #expect(plain.quotes.isEmpty)
    }

    @Test func blocksMayBeNonsense() {
        let text = "Pavel Drozhin said it was late."
        let blocks = [Block(.blockquote, start: -5, end: 900), Block(.heading, start: 9, end: 2)]
        #expect(extractor.extract(text: text, language: "en", blocks: blocks).faults(in: text) == [])
    }

    /// What the next cue leaves of a unit can be less than nothing.
    @Test(arguments: [
        "According to minister told", "According to the ministry said.", "According to the plan said",
        "; Reuters portrayed cited", "; report described told",
    ])
    func cuesThatLeaveNoContentAreNoFault(text: String) {
        #expect(extractor.extract(text: text, language: "en").faults(in: text) == [])
    }

    @Test func addedOutletsAreCited() {
        let extractor = Extractor(
            outlets: OutletTable(adding: [KnownOutlet(id: "x", name: "Tide Table", aliases: ["Tables"])]))
        let extraction = extractor.extract(text: "Tide Table reported that the sea was late.", language: "en")
        #expect(extraction.citations.map(\.name) == ["Tide Table"])
        #expect(extraction.entities.map(\.key) == ["outlet/tide-table"])
    }

    @Test func theSameTextGivesTheSameResult() {
        let text = String(repeating: "John Smith met Ann Smith and Bob Smith. Smith said he was late. ", count: 20)
        let first = extractor.extract(text: text, language: "en")
        for _ in 0..<5 { #expect(extractor.extract(text: text, language: "en") == first) }
    }
}
