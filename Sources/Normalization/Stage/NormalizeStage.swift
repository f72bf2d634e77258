import Files
import Markup
public import Records
public import Staging
import Web

/// Turns pages into articles: text in blocks, and who published what when.
public struct NormalizeStage: MapStage {
    public typealias Configuration = NormalizeSettings
    public typealias Reader = PageReader
    public static let name = "normalize"
    public static let algorithmVersion = "4"
    public static let abstract = "Read the article out of each page: text in blocks, title, authors, date, outlet."

    private let settings: NormalizeSettings
    private let keptKinds: Set<String>
    private let normalizer: SharedNormalizer

    /// A parser is not copyable; this box lets the stage be.
    private final class SharedNormalizer {
        var normalizer: PageNormalizer
        init(limits: MarkupLimits) { normalizer = PageNormalizer(limits: limits) }
    }

    public init(configuration: NormalizeSettings) {
        settings = configuration
        keptKinds = Set(configuration.keepKinds)
        var limits = MarkupLimits()
        limits.bytes = configuration.maxPageBytes
        normalizer = SharedNormalizer(limits: limits)
    }

    public mutating func process(_ page: PageInput, into row: inout JSONWriter) throws(Refusal) -> Outcome {
        let (article, _) = try article(from: page)
        let isKept = keptKinds.contains(article.pageKind.rawValue)
        // A page that says what it is may well be empty; one that does not has lost its text, and somebody must look.
        guard !article.text.isEmpty || !isKept && article.pageKind != .other else {
            throw Refusal("no_text", "\(page.source.place): no article text was found; see `pipeline inspect html`")
        }
        guard isKept else { return .skipped(article.pageKind.rawValue) }
        row.beginObject()
        article.writeFields(&row)
        page.row?.writeFields(&row, except: Self.ownKeys)
        row.endObject()
        return .written
    }

    /// Keys of page lists that the article's own take the place of.
    private static let ownKeys = Set(Article.keys).union(PageReference.keys)

    /// Reads one page; the witnesses say where each field came from.
    func article(from page: PageInput) throws(Refusal) -> (Article, [(field: String, witness: String)]) {
        let raw = try RawPage(page, limit: settings.maxPageBytes)
        guard !raw.bytes.isEmpty else { throw Refusal("empty", "\(page.source.place): the page has no bytes") }
        let decoded = raw.decoded()
        guard !RawPage.isBinary(decoded) else {
            throw Refusal("not_text", "\(page.source.place): the bytes are no text in any known encoding")
        }
        let normalized: NormalizedPage
        do throws(MarkupError) {
            normalized = try normalizer.normalizer.normalize(
                decoded, isPlainText: raw.isPlainText, url: page.reference.url, outlet: page.reference.outlet?.name)
        } catch {
            throw Refusal("markup", "\(page.source.place): \(error)")
        }
        var article = Article(normalized)
        article.url = page.reference.url
        article.source = page.source
        let found = page.reference.url.flatMap { WebURL($0) }
        let canonical = article.canonicalURL.flatMap { WebURL($0, base: found) }.flatMap { $0.isHTTP ? $0 : nil }
        let own = ArticleIdentity.ownURL(found: found, canonical: canonical)
        article.canonicalURL = canonical?.canonical
        article.outlet = ArticleIdentity.outlet(
            given: page.reference.outlet, printed: normalized.outlet?.name, url: own)
        article.id = ArticleIdentity.id(given: page.reference.id, url: own, source: page.source)
        article.version = ArticleIdentity.version(of: article.text)
        var witnesses = normalized.witnesses
        if page.reference.outlet?.name == nil, ArticleIdentity.isKnownOutlet(own),
            let outlet = witnesses.firstIndex(where: { $0.field == "outlet" })
        {
            witnesses[outlet].witness = Witness.table.rawValue
        }
        return (article, witnesses)
    }
}

extension PageNormalizer {
    /// Reads a page of either kind.
    fileprivate mutating func normalize(
        _ page: DecodedText, isPlainText: Bool, url: String?, outlet: String?
    ) throws(MarkupError) -> NormalizedPage {
        var result: Result<NormalizedPage, MarkupError> = .failure(.parser(code: 0))
        page.utf8.withUnsafeBufferPointer { bytes in
            guard !isPlainText else {
                result = .success(normalize(text: bytes, url: url, outlet: outlet))
                return
            }
            do throws(MarkupError) {
                result = .success(try normalize(html: bytes, url: url, outlet: outlet))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }
}

extension Article {
    /// What was read from the page; identity and source are the stage's.
    fileprivate init(_ page: NormalizedPage) {
        self.init()
        canonicalURL = page.canonicalURL
        outlet = page.outlet
        title = page.title
        description = page.description
        authors = page.authors
        section = page.section
        language = page.language
        pageKind = page.kind
        publishedAt = page.published?.at
        publishedOn = page.published?.on
        publishedRaw = page.published?.raw
        publishedZone = page.published?.zone
        publishedPrecision = page.published?.precision
        publishedFrom = page.published?.from.rawValue
        modifiedAt = page.modifiedAt
        text = page.text
        blocks = page.blocks
        captions = page.captions
        correction = page.correction
    }
}
