public import Markup
internal import Records

/// Reads pages into articles. One a worker: it keeps the parser between pages.
public struct PageNormalizer: ~Copyable {
    private var parser: HTMLParser

    public init(limits: MarkupLimits = MarkupLimits()) {
        parser = HTMLParser(limits: limits)
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
        let page = try parser.parse(html)
        return Self.normalize(page, url: url, outlet: outlet)
    }

    static func normalize(_ page: HTMLPage, url: String?, outlet: String?) -> NormalizedPage {
        let segmenter = Segmenter(page.tree)
        let witnesses = PageWitnesses(page.tree, segmenter)
        let structured = StructuredData(page.jsonLD)
        let outline = PageOutline(page.tree, segmenter)
        let outletName = outlet ?? witnesses.first("og:site_name") ?? structured.publisher
        let headline = Headline(witnesses, structured, outlet: outletName, host: nil)
        var context = PageContext()
        context.titles = Set(headline.texts.map { SegmentText.hash(of: $0) })
        context.description = witnesses.first("og:description", "description").map { SegmentText.hash(of: $0) }
        if let body = structured.body { context.addBody(body) }
        let keep = BlockClassifier.keep(outline, context)
        let main = MainText(outline, keep: keep, titles: context.titles)

        var result = NormalizedPage()
        result.text = main.text
        result.blocks = main.blocks
        result.captions = main.captions
        let title = headline.choose()
        result.title = title?.value
        let heading = witnesses.headings.first {
            SegmentText.hash(of: $0.text) == title.map { SegmentText.hash(of: $0.value) }
        }?.node
        let lines = outline.lines(around: heading)
        let authors = Authors(witnesses, outlet: outletName, heading: heading).choose(structured, lines: lines)
        result.authors = authors?.value ?? []
        let language = witnesses.htmlLanguage
        let dates = Dates(
            witnesses, structured, url: url, heading: heading, lines: lines,
            monthFirst: language.map { $0.hasPrefix("en") && $0 != "en-GB" } ?? true)
        if let found = dates.published {
            result.published = PublishedTime(
                at: found.date.instant, on: found.date.printedDay, raw: found.raw, zone: found.date.zone,
                precision: found.date.precision, from: found.witness)
        }
        result.modifiedAt = dates.modified?.date.instant
        result.description = witnesses.first("og:description", "description") ?? structured.description
        result.canonicalURL = witnesses.canonical
        result.section = witnesses.first("article:section") ?? structured.section
        result.language = language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() }
        result.outlet = outletName.map { Outlet(id: nil, name: $0) }
        return result
    }
}
