public import Markup
internal import Records
internal import Web

/// Reads pages into articles. One a worker: it keeps the parser between pages.
public struct PageNormalizer: ~Copyable {
    private var parser: HTMLParser
    private let model: BlockModel

    public init(limits: MarkupLimits = MarkupLimits()) {
        self.init(limits: limits, model: .shipped)
    }

    /// - Parameter model: the judge of blocks; training tries others than the shipped one.
    package init(limits: MarkupLimits = MarkupLimits(), model: BlockModel) {
        parser = HTMLParser(limits: limits)
        self.model = model
    }

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - html: The page, decoded to well-formed UTF-8.
    ///   - url: Where it was found.
    ///   - outlet: Its publisher's name, where the input gives one.
    /// - Throws: a limit that the page exceeds.
    public mutating func normalize(
        html: UnsafeBufferPointer<UInt8>, url: String? = nil, outlet: String? = nil
    ) throws(MarkupError) -> NormalizedPage {
        let page = Self.normalize(try parser.parse(html), url: url, outlet: outlet, model)
        guard page.text.utf8.count < Self.scantBytes, ("<noscript" as ASCIIWord).isIn(html) else { return page }
        // A page that scripts fill may hold its text for readers without them.
        let other = Self.normalize(try parser.parse(html, keepsNoscript: true), url: url, outlet: outlet, model)
        return other.text.utf8.count > max(Self.scantBytes, 2 * page.text.utf8.count) ? other : page
    }

    /// Text that is no article's.
    private static let scantBytes = 140

    private static func normalize(
        _ page: HTMLPage, url: String?, outlet: String?, _ model: BlockModel
    ) -> NormalizedPage {
        let evidence = PageEvidence(page, url: url, outlet: outlet)
        let (outline, witnesses, structured) = (evidence.outline, evidence.witnesses, evidence.structured)
        let keep = BlockClassifier.keep(outline, evidence.context, model)
        let main = MainText(outline, keep: keep, titles: evidence.context.titles, isLive: structured.isLive)

        var result = NormalizedPage()
        result.text = main.body.text
        result.blocks = main.body.blocks
        result.correction = main.correction
        result.captions = main.captions
        let title = evidence.headline.choose()
        result.title = title?.value
        let heading = title.flatMap { Self.heading($0.value, witnesses, outline) }
        let lines = outline.lines(around: heading)
        let authors = Authors(
            witnesses, outlet: evidence.outletName?.value, site: evidence.site, heading: heading, outline: outline
        )
        .choose(structured, lines: lines)
        result.authors = authors?.value ?? []
        let language = Self.language(witnesses, structured, text: result.text)
        result.language = language?.value
        let dates = Dates(
            witnesses, structured, url: url, heading: heading, lines: lines, datedLines: outline.datedLines,
            dayFirst: language.map { $0.value != "en" || witnesses.htmlLanguage == "en-GB" })
        result.published = dates.published.map { PublishedTime($0) }
        result.modifiedAt = dates.modified?.date.utc
        let description = Testified.first(
            (witnesses.first("og:description"), .openGraph), (witnesses.first("description"), .meta),
            (structured.description, .jsonLD))
        result.description = description?.value
        result.canonicalURL = evidence.address.flatMap { $0.host == nil ? nil : $0.href }
        let section = Testified.first((witnesses.first("article:section"), .openGraph), (structured.section, .jsonLD))
        result.section = section?.value
        if evidence.outletName != nil || evidence.domain != nil {
            result.outlet = Outlet(id: evidence.domain, name: evidence.outletName?.value ?? evidence.domain)
        }
        result.kind =
            PageKinds(
                outline: outline, witnesses: witnesses, structured: structured, url: url ?? evidence.canonical?.value,
                title: title?.value,
                images: page.images, kept: main.body.byteCount, hasDate: dates.published != nil
            ).kind
        result.note("canonical_url", evidence.canonical?.witness)
        result.note("outlet", result.outlet == nil ? nil : evidence.outletName?.witness ?? .url)
        result.note("title", title?.witness)
        result.note("description", description?.witness)
        result.note("authors", authors?.witness)
        result.note("section", section?.witness)
        result.note("language", language?.witness)
        result.note("published_at", dates.published?.witness)
        result.note("published_on", dates.published.map { $0.printedDay == nil ? $0.witness : .text })
        result.note("modified_at", dates.modified?.witness)
        return result
    }

    /// Where the page prints its headline.
    private static func heading(_ title: String, _ witnesses: PageWitnesses, _ outline: PageOutline) -> Int? {
        let hash = SegmentText.hash(of: title)
        if let heading = witnesses.headings.first(where: { SegmentText.hash(of: $0.text) == hash }) {
            return heading.node
        }
        if let segment = outline.texts.firstIndex(where: { $0.hash == hash }) { return outline.segments[segment].node }
        let headings = witnesses.headings.filter { !$0.isMasthead }
        return headings.count == 1 ? headings[0].node : nil
    }

    /// The language that the page declares, unless its text plainly is in another.
    private static func language(
        _ witnesses: PageWitnesses, _ structured: StructuredData, text: String
    ) -> Testified<String>? {
        let declared = Testified.first(
            (witnesses.htmlLanguage, .meta), (structured.language, .jsonLD), (witnesses.first("og:locale"), .openGraph))
        let guess = LanguageGuess.of(text)
        let subtag = declared.map { String($0.value.prefix { $0 != "-" && $0 != "_" }).lowercased() }
        guard let subtag, (2...3).contains(subtag.utf8.count), subtag.utf8.allSatisfy({ $0 &- 0x61 < 26 }) else {
            return guess.map { Testified(value: $0.language, witness: .text) }
        }
        // Norwegian is declared as `nb` or `nn` and told apart from Danish by few words only.
        let isNear = ["nb", "nn", "no", "da"].contains(subtag) && ["no", "da"].contains(guess?.language)
        if let guess, guess.isSure, guess.language != subtag, !isNear {
            return Testified(value: guess.language, witness: .text)
        }
        return declared.map { Testified(value: subtag, witness: $0.witness) }
    }

    /// What the judge of blocks sees of a page: for training it.
    package mutating func examples(
        html: UnsafeBufferPointer<UInt8>, url: String? = nil
    ) throws(MarkupError) -> BlockExamples {
        let evidence = PageEvidence(try parser.parse(html), url: url, outlet: nil)
        return BlockExamples(evidence.outline, evidence.context)
    }

    /// Reads an article that came as plain text.
    public mutating func normalize(
        text: UnsafeBufferPointer<UInt8>, url: String? = nil, outlet: String? = nil
    ) -> NormalizedPage {
        let page = PlainTextPage(text)
        var result = NormalizedPage()
        result.title = page.title
        result.authors = page.authors
        result.text = page.body.text
        result.blocks = page.body.blocks
        result.published = page.published.map { PublishedTime($0) }
        result.language = LanguageGuess.of(result.text)?.language
        let domain = url.flatMap { WebURL($0) }?.registrableDomain
        if outlet != nil || domain != nil { result.outlet = Outlet(id: domain, name: outlet ?? domain) }
        result.kind = result.text.utf8.count < 80 ? .other : .article
        result.note("outlet", outlet != nil ? .given : domain != nil ? .url : nil)
        result.note("title", page.title == nil ? nil : .heading)
        result.note("authors", page.authors.isEmpty ? nil : .byline)
        result.note("language", result.language == nil ? nil : .text)
        result.note("published_at", page.published == nil ? nil : .text)
        result.note("published_on", page.published == nil ? nil : .text)
        return result
    }
}
