public import Archive

/// One line of a sitemap (sitemaps.org, protocol 0.9), of its news extension, or of a feed that serves as one.
public struct SitemapEntry: Sendable, Equatable {
    public enum Kind: String, Sendable {
        /// A page.
        case url
        /// Another sitemap, of an index.
        case sitemap
        /// An image of the page that follows.
        case image
    }

    public var kind: Kind
    /// As written where it is absolute, else resolved against the sitemap's URL.
    public var loc: String
    /// As written.
    public var lastmod: String?
    /// `changefreq` and `priority`, as written.
    public var changefreq: String?
    public var priority: String?
    /// Of the news extension, or of a feed's item; plain text.
    public var title: String?
    /// `news:publication_date` as written, or the date of a feed's item.
    public var publicationDate: String?
    /// `news:name`: the outlet.
    public var publication: String?
    /// `news:language`.
    public var language: String?

    init(_ kind: Kind, _ loc: String = "") {
        self.kind = kind
        self.loc = loc
    }
}

/// What a sitemap may cost.
public struct SitemapLimits: Sendable {
    /// Bytes after decompression. The protocol allows 50 MiB, and large outlets exceed it.
    public var bytes = 512 << 20
    /// Entries beyond are left out. The protocol allows 50,000.
    public var entries = 5_000_000
    /// Bytes of one loc, title or date; entries with a longer loc are left out. The protocol allows 2,048.
    public var fieldBytes = 8 << 10
    /// Bytes of a sitemap that is not in UTF-8, which is decoded as a whole, or that is a feed.
    public var wholeBytes = 16 << 20

    public init() {}
}

/// Why a document is not read as a sitemap.
public enum SitemapError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Neither XML with a sitemap's or feed's element at its top, nor text of URLs.
    case notASitemap
    /// A document type that declares entities.
    case internalSubset
    /// A gzip stream of which not even the beginning can be read.
    case compression(Gzip.Failure)

    public var description: String {
        switch self {
        case .notASitemap: "neither a sitemap, a sitemap index, a list of URLs nor a feed"
        case .internalSubset: "the document type declares entities or the like, which is refused"
        case .compression(let failure): "gzip that cannot be read: \(failure)"
        }
    }
}
