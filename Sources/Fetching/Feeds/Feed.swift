import Markup
import Web

/// A feed in any of the formats that outlets publish.
public struct Feed: Sendable, Equatable {
    public enum Format: String, Sendable {
        /// RSS 0.91 to 2.0.
        case rss
        /// RSS 0.90 and 1.0.
        case rdf
        /// Atom 0.3 and 1.0 (RFC 4287).
        case atom
        /// JSON Feed 1.0 and 1.1.
        case json
    }

    public var format: Format
    public var title: String?
    /// In the order of the feed.
    public var items: [FeedItem] = []
    /// What is wrong with the feed and where, for a person; the items are those that could be read.
    public var fault: String?

    public init(format: Format) { self.format = format }
}

/// One entry of a feed. Texts are plain: without markup, references resolved, white space collapsed.
public struct FeedItem: Sendable, Equatable {
    public var title: String?
    /// As written where it is absolute, else resolved against `xml:base` and the feed's URL.
    public var link: String?
    /// The feed's own name for the item: `guid`, `id`, `rdf:about`.
    public var id: String?
    /// RFC 3339 in UTC; nil where the feed gives no date, no time or no zone. When it was changed, if nothing tells when it
    /// was published.
    public var publishedAt: String?
    /// The date as written.
    public var publishedRaw: String?

    public init() {}
}

/// Why a document is not read as a feed.
public enum FeedError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Neither an RSS, RDF or Atom element at its top, nor JSON with items.
    case notAFeed
    /// A document type that declares entities.
    case internalSubset
    /// JSON that is none, with what is wrong.
    case invalidJSON(String)

    public var description: String {
        switch self {
        case .notAFeed: "neither RSS, Atom, RDF nor JSON Feed"
        case .internalSubset: "the document type declares entities or the like, which is refused"
        case .invalidJSON(let reason): "JSON that cannot be read: \(reason)"
        }
    }
}

/// What a feed may cost.
public struct FeedLimits: Sendable {
    /// Bytes of the document, after decompression and decoding.
    public var bytes = 64 << 20
    /// Items beyond are left out.
    public var items = 100_000
    /// Bytes of one title, link, id or date; the rest is left out.
    public var fieldBytes = 16 << 10

    public init() {}
}

extension Feed {
    /// Reads a feed.
    ///
    /// - Parameters:
    ///   - document: as it came, without content coding.
    ///   - charset: the `charset` parameter of its Content-Type.
    ///   - url: where it came from, for relative links.
    public init(
        reading document: [UInt8], charset: String? = nil, url: String? = nil, limits: FeedLimits = FeedLimits()
    ) throws(FeedError) {
        let text = decodedXML(document, charset: charset).utf8
        if text.first(where: { !isASCIISpace($0) }) == UInt8(ascii: "{") {
            self = try Feed(json: text, url: url, limits: limits)
        } else {
            var parser = FeedParser(XMLReader(text, limits: limits.xml), url: url, limits: limits)
            self = try parser.parse()
        }
    }
}

extension FeedLimits {
    var xml: XMLLimits {
        var xml = XMLLimits()
        xml.bytes = bytes
        return xml
    }
}
