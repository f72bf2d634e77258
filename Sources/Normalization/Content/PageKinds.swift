internal import Markup
internal import Records

/// Tells what a page is, from what it says of itself and from what was read out of it. Every rule but the article's own
/// needs two signs, for a page wrongly set aside is lost.
struct PageKinds {
    let outline: PageOutline
    let witnesses: PageWitnesses
    let structured: StructuredData
    let url: String?
    let title: String?
    let images: Int
    /// Bytes of the text that was kept.
    let kept: Int
    let hasDate: Bool

    var kind: PageKind {
        if isError { return .error }
        if isLive { return .live }
        if isIndex { return .index }
        if kept < 1500 {
            if isVideo { return .video }
            if isGallery { return .gallery }
        }
        if isStub { return .stub }
        return kept < 80 ? .other : .article
    }

    private var ogType: String { witnesses.first("og:type")?.lowercased() ?? "" }
    private var isArticleByItsWord: Bool {
        ogType == "article" || structured.headline != nil && structured.published != nil
    }

    private func path(holds words: [ASCIIWord]) -> Bool {
        guard let url else { return false }
        return words.contains { $0.isIn(url) }
    }

    private var isError: Bool {
        guard kept < 1200, !isArticleByItsWord else { return false }
        let names = [title, witnesses.titleTag, witnesses.headings.first?.text].compactMap { $0.map(FoldedText.init) }
        return names.contains { name in
            Self.errors.contains { name.hasPrefix($0) || name.hasSuffix($0) }
        }
    }

    private static let errors = [
        "404", "403", "410", "500", "502", "503", "page not found", "not found", "access denied", "forbidden",
        "error", "page unavailable", "service unavailable", "seite nicht gefunden", "nicht gefunden",
        "page introuvable",
        "página no encontrada", "pagina non trovata", "just a moment", "attention required", "are you a robot",
        "we can t find that page", "this page doesn t exist", "something went wrong", "internal server error",
    ].map { FoldedText($0) }

    private var isLive: Bool {
        structured.isLive
            || path(holds: ["/live/", "liveblog", "liveticker", "live-blog", "-live-updates", "/live-"])
                && outline.times >= 5
    }

    private var isVideo: Bool {
        structured.types.contains("VideoObject") || ogType.hasPrefix("video")
            || path(holds: ["/video/", "/videos/", "/watch/"])
    }

    private var isGallery: Bool {
        let isDeclared = structured.types.contains { $0 == "ImageGallery" || $0 == "MediaGallery" }
        return isDeclared && kept < 400
            || images >= 5
                && (isDeclared
                    || ("gallery" as ASCIIWord).isIn(ogType)
                    || path(holds: [
                        "/gallery/", "/galleries/", "bildergalerie", "fotostrecke", "bilderstrecke", "/photos/",
                        "diaporama", "fotogaleria",
                    ]))
    }

    /// Behind a paywall, with little more than a lead on this side.
    private var isStub: Bool {
        let isPaid =
            structured.isPaid
            || witnesses.first("article:content_tier").map { $0 == "locked" || $0 == "metered" } == true
        return isPaid && kept < (outline.hasPaywall ? 1500 : 700)
            || kept < 400 && outline.hasPaywall && isArticleByItsWord
    }

    /// A front page or a section: headlines that link elsewhere, and hardly any prose.
    private var isIndex: Bool {
        guard !isArticleByItsWord, !hasDate || ogType == "website" else { return false }
        let teasers = outline.linkedHeadings
        let isTop = url.map { Self.depth($0) <= 1 } ?? false
        return teasers >= 6 && kept < 2500 && outline.totalMass < 8000
            && (isTop || ogType == "website" || teasers >= 12)
            && outline.longestSegment < 600
    }

    /// The number of parts of an address's path.
    private static func depth(_ url: String) -> Int {
        let path = url.parts(separatedBy: "://").last ?? url
        return path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").count - 1
    }
}

extension PageOutline {
    /// Headings that are links: what front pages are made of.
    fileprivate var linkedHeadings: Int {
        segments.reduce(0) { count, segment in
            let isHeading = segmenter.above[segment.node].contains(.heading)
            return count + (isHeading && segment.linkDensity > 0.8 && segment.count > 20 ? 1 : 0)
        }
    }

    fileprivate var longestSegment: Int { segments.reduce(0) { max($0, $1.linkDensity < 0.3 ? $1.count : 0) } }

    fileprivate var times: Int { tree.nodes.reduce(0) { $0 + ($1.element == .time ? 1 : 0) } }

    fileprivate var hasPaywall: Bool { segmenter.own.contains { $0.contains(.paywall) } }
}
