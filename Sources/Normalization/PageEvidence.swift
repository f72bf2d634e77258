internal import Markup
internal import Web

/// All that is gathered from a page before anything is decided.
struct PageEvidence {
    let witnesses: PageWitnesses
    let structured: StructuredData
    let outline: PageOutline
    let canonical: Testified<String>?
    /// The canonical address, resolved.
    let address: WebURL?
    let domain: String?
    let outletName: Testified<String>?
    let site: SiteName
    let headline: Headline
    let context: PageContext

    init(_ page: HTMLPage, url: String?, outlet: String?) {
        let segmenter = Segmenter(page.tree)
        let outline = PageOutline(page.tree, segmenter)
        self.outline = outline
        witnesses = PageWitnesses(page.tree, segmenter)
        structured = StructuredData(page.jsonLD)
        let base = url.flatMap { WebURL($0) }
        canonical = Testified.first((witnesses.canonical, .meta), (witnesses.first("og:url"), .openGraph))
        address = canonical.flatMap { WebURL($0.value, base: base) }
        domain = (base ?? address)?.registrableDomain
        let stated = Testified.first(
            (outlet, .given), (witnesses.first("og:site_name"), .openGraph), (structured.publisher, .jsonLD))
        let site = SiteName(stated?.value, domain: domain)
        self.site = site
        outletName = stated ?? Testified.first((witnesses.titleTag.flatMap { site.printed(in: $0) }, .titleTag))
        headline = Headline(witnesses, structured, site: site, printed: outline.boldLines) { text in
            let hash = SegmentText.hash(of: text)
            return outline.texts.contains { $0.hash == hash }
        }
        var context = PageContext()
        context.titles = Set(headline.texts.map { SegmentText.hash(of: $0) })
        context.ownTitles = Set(headline.statedTexts.map { SegmentText.hash(of: $0) })
        context.description = witnesses.first("og:description", "description").map { SegmentText.hash(of: $0) }
        context.isNews = structured.types.contains { $0.hasSuffix("NewsArticle") || $0 == "LiveBlogPosting" }
        if let body = structured.body { context.addBody(body) }
        self.context = context
    }
}
