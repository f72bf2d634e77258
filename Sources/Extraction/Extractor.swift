public import Outlets
public import Records

/// Finds entities, quotes with their chains, and citations in an article's text, by rules for English.
///
/// A function of its inputs alone; safe to share between threads.
public struct Extractor: Sendable {
    /// Changes whenever the same text would give another result.
    public static let version = "1"

    private let outlets: OutletTable

    public init(outlets: OutletTable = .standard) {
        self.outlets = outlets
    }

    /// - Parameters:
    ///   - text: The body. All offsets of the result are in its Unicode scalars.
    ///   - language: BCP 47; null where unknown, then common words must show that the text is English.
    ///   - outlet: The article's publisher, the first link of every chain.
    ///   - blocks: The text's paragraphs, headings and quotations by structure, in scalars; may be empty.
    public func extract(
        text: String, language: String? = nil, outlet: Outlet? = nil, blocks: [Block] = []
    ) -> Extraction {
        var extraction = Extraction()
        extraction.extraction.version = Self.version
        guard EnglishText.accepts(language) else {
            extraction.extraction.status = .unsupportedLanguage
            return extraction
        }
        let offsets = ScalarOffsets(text)
        let document = Document(offsets: offsets, blocks: blocks)
        guard language != nil || EnglishText.isEnglish(document) else {
            extraction.extraction.status = .unsupportedLanguage
            return extraction
        }
        var finder = NameFinder(document: document, outlets: outlets)
        let names = finder.find()
        var linker = EntityLinker(document: document)
        let owners = linker.link(names)
        let index = NameIndex(names: linker.typed(names, owners), owners: owners, tokens: document.tokens.count)
        var attributions = AttributionFinder(document: document, names: index)
        var builder = QuoteBuilder(
            document: document, names: index, entities: linker.entities, publisher: outlet)
        builder.build(attributions.find())
        extraction.entities = linker.entities.map(\.entity)
        extraction.quotes = builder.quotes
        extraction.citations = builder.citations
        extraction.convert { offsets.scalar(atByte: $0) }
        return extraction
    }
}
