import Archive
import Markup
import Web

/// Reads a sitemap entry by entry, in memory that does not grow with it: XML, a list of URLs, or a feed.
public struct SitemapReader {
    private var form: any SitemapForm
    private var entries = 0
    private var stopped: Gzip.Failure?
    private let limits: SitemapLimits

    /// Where the sitemap departs from its format or was not read to its end, for a person.
    public var fault: String? {
        if let stopped { return "not read to its end: \(stopped)" }
        return entries >= limits.entries ? "not read beyond \(limits.entries) entries" : form.fault
    }
    /// Entries that have no loc or one that is too long.
    public var leftOut: Int { form.leftOut }

    /// - Parameters:
    ///   - url: where the sitemap came from, for relative locs.
    ///   - charset: the `charset` parameter of its Content-Type.
    ///   - source: gives the next bytes, which may be gzip as sitemaps often are, whatever HTTP says; nil at the end.
    /// - Throws: `SitemapError`, and what the source throws.
    public init(
        url: String? = nil, charset: String? = nil, limits: SitemapLimits = SitemapLimits(),
        source: @escaping () throws -> [UInt8]?
    ) throws {
        self.limits = limits
        let chunks = InflatedChunks(limit: limits.bytes, source: source)
        do {
            let document = try SitemapText(charset: charset, limits: limits) { try chunks.next() }
            form = try Self.form(of: document, url: url, limits: limits)
        } catch let failure as Gzip.Failure {
            throw SitemapError.compression(failure)
        }
    }

    /// A sitemap that is in memory.
    public init(
        _ document: [UInt8], url: String? = nil, charset: String? = nil, limits: SitemapLimits = SitemapLimits()
    ) throws {
        var rest: [UInt8]? = document
        try self.init(url: url, charset: charset, limits: limits) { rest.take() }
    }

    /// The next entry, nil at the end.
    ///
    /// - Throws: `SitemapError`, and what the source throws.
    public mutating func next() throws -> SitemapEntry? {
        guard entries < limits.entries, stopped == nil else { return nil }
        do {
            guard let entry = try form.next() else { return nil }
            entries += 1
            return entry
        } catch let failure as Gzip.Failure {
            stopped = failure
            return nil
        }
    }

    private static func form(of document: SitemapText, url: String?, limits: SitemapLimits) throws -> any SitemapForm {
        switch document.form {
        case .markup:
            return try markup(document.source, url: url, limits: limits)
        case .json:
            var text: [UInt8] = []
            while text.count <= limits.wholeBytes, let more = try document.source() { text += more }
            return FeedItems(
                try feed { () throws(FeedError) in try Feed(json: text, url: url, limits: feedLimits(limits)) })
        case .list:
            return URLList(limits: limits, source: document.source)
        }
    }

    private static func markup(
        _ source: @escaping () throws -> [UInt8]?, url: String?, limits: SitemapLimits
    ) throws -> any SitemapForm {
        var xml = XMLLimits()
        (xml.bytes, xml.elements) = (limits.bytes, .max)
        var reader = XMLReader(limits: xml, source: source)
        do {
            // Before the document's element may stand others, such as a server's warning in HTML.
            var strayElements = 0
            while strayElements < 100, let event = try reader.next() {
                guard event == .start else { continue }
                if reader.name.local == "urlset" || reader.name.local == "sitemapindex" {
                    return SitemapXML(reader, url: url, limits: limits)
                }
                if FeedParser.format(reader.name) != nil {
                    var parser = FeedParser(reader, url: url, limits: feedLimits(limits))
                    return FeedItems(try feed { () throws(FeedError) in try parser.parse(from: event) })
                }
                strayElements += 1
            }
        } catch XMLError.internalSubset {
            throw SitemapError.internalSubset
        } catch is XMLError {
            throw SitemapError.notASitemap
        }
        throw SitemapError.notASitemap
    }

    private static func feed(_ read: () throws(FeedError) -> Feed) throws(SitemapError) -> Feed {
        do throws(FeedError) { return try read() } catch {
            throw error == .internalSubset ? .internalSubset : .notASitemap
        }
    }

    private static func feedLimits(_ limits: SitemapLimits) -> FeedLimits {
        var feed = FeedLimits()
        (feed.bytes, feed.fieldBytes) = (limits.wholeBytes, limits.fieldBytes)
        feed.items = min(limits.entries, 20_000)
        return feed
    }
}

/// What a sitemap is written as.
protocol SitemapForm {
    mutating func next() throws -> SitemapEntry?
    var fault: String? { get }
    var leftOut: Int { get }
}

/// A feed in place of a sitemap: its items with a link.
private struct FeedItems: SitemapForm {
    private var items: ArraySlice<FeedItem>
    let fault: String?
    let leftOut: Int

    init(_ feed: Feed) {
        items = feed.items.filter { $0.link != nil }[...]
        fault = feed.fault
        leftOut = feed.items.count - items.count
    }

    mutating func next() -> SitemapEntry? {
        guard let item = items.popFirst(), let link = item.link else { return nil }
        var entry = SitemapEntry(.url, link)
        entry.title = item.title
        entry.publicationDate = item.publishedAt ?? item.publishedRaw
        return entry
    }
}
