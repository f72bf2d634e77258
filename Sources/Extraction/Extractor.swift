import Language
public import Outlets
public import Records

/// Finds entities, quotes with their chains, and citations in an article's text: entities by a model and by rules for
/// English, the rest by rules.
///
/// What it finds is a function of its inputs alone. With a model it belongs to one thread at a time.
public struct Extractor {
    /// Changes whenever the same text would give another result.
    public static let version = "6"

    private let outlets: OutletTable
    private let aliases: AliasTable
    private let model: EntityModel?
    /// Left out, to tell what it gives.
    package var leftOut: Sieve?

    /// Without a model, rules alone find the entities.
    public init(
        outlets: OutletTable = .standard, aliases: AliasTable = AliasTable(), model: EntityModel? = nil
    ) {
        self.outlets = outlets
        self.aliases = aliases
        self.model = model
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
        extraction.extraction.status = .unsupportedLanguage
        guard language == nil || LanguageTag.primary(language) == served else { return extraction }
        let offsets = ScalarOffsets(text)
        var document = Document(offsets: offsets, blocks: blocks)
        document.leftOut = leftOut
        guard language != nil || served == LanguageTag.english && EnglishText.isEnglish(document) else {
            return extraction
        }
        extraction.extraction.status = model == nil ? .noModel : .ok
        extraction.extraction.model = model?.name
        let (index, linker) = names(in: document)
        if served == LanguageTag.english {
            let builder = attribute(document, index, linker, publisher: outlet)
            extraction.quotes = builder.quotes
            extraction.citations = builder.citations
        }
        extraction.entities = linker.entities.map(\.entity)
        extraction.convert { offsets.scalar(atByte: $0) }
        return extraction
    }

    /// The names of a document and the entities that they mean.
    func names(in document: Document) -> (NameIndex, EntityLinker) {
        let names = DocumentNames(document: document, outlets: outlets).find(model)
        var linker = EntityLinker(document: document, aliases: aliases)
        let owners = linker.link(names)
        let index = NameIndex(names: linker.typed(names, owners), owners: owners, tokens: document.tokens.count)
        return (index, linker)
    }

    /// Who said what: by rules, refined by the learnt models, then speakers and chains.
    func attribute(
        _ document: Document, _ names: NameIndex, _ linker: EntityLinker, publisher: Outlet?
    ) -> QuoteBuilder {
        var attributions = AttributionFinder(document: document, names: names)
        var builder = QuoteBuilder(
            document: document, names: names, entities: linker.entities, publisher: publisher)
        let found = AttributionModel(document: document, names: names).refine(attributions.find())
        builder.build(Sieves(document: document, names: names).applied(to: found))
        return builder
    }

    /// The code of the one language that is analysed.
    private var served: String { model?.language ?? LanguageTag.english }
}
