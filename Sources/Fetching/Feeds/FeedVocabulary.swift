import Markup

/// The vocabularies whose elements are read. Told by URI; by prefix where the URI is missing or unknown, as it often is.
enum FeedVocabulary {
    /// RSS and Atom in all their versions, which feeds mix, and elements without prefix in no or an unknown namespace.
    case feed
    case dublinCore, dublinCoreTerms, other

    init(_ name: XMLName) {
        let uri = name.namespace.utf8.map(asciiLowercased).filter { !isASCIISpace($0) }
        let address = uri.starts(with: "https".utf8) ? uri.dropFirst(5) : uri.dropFirst(4)
        self =
            Self.namespaces.first { address.starts(with: $0.start.utf8) }?.vocabulary
            ?? Self.prefixes[name.prefix] ?? .other
    }

    /// Without the scheme, which is often written wrong.
    private static let namespaces: [(start: String, vocabulary: FeedVocabulary)] = [
        ("://www.w3.org/2005/atom", .feed),
        ("://purl.org/atom/ns", .feed),
        ("://purl.org/rss/", .feed),
        ("://my.netscape.com/", .feed),
        ("://channel.netscape.com/", .feed),
        ("://backend.userland.com/", .feed),
        ("://purl.org/dc/elements/", .dublinCore),
        ("://purl.org/dc/terms", .dublinCoreTerms),
    ]

    private static let prefixes: [String: FeedVocabulary] = [
        "": .feed, "atom": .feed, "rss": .feed, "rdf": .feed, "dc": .dublinCore, "dcterms": .dublinCoreTerms,
    ]
}

/// What is read of an item. Of several dates or titles, that of the highest rank holds.
enum FeedField: Equatable {
    case title(rank: Int)
    case link
    case id(isLink: Bool)
    case date(rank: Int)

    /// The field that an element directly in an item is, if any.
    init?(_ name: XMLName) {
        switch (FeedVocabulary(name), name.local) {
        case (.feed, "title"): self = .title(rank: 2)
        case (.dublinCore, "title"), (.dublinCoreTerms, "title"): self = .title(rank: 1)
        case (.feed, "link"): self = .link
        case (.feed, "guid"): self = .id(isLink: true)
        case (.feed, "id"): self = .id(isLink: false)
        case (.feed, "pubDate"), (.feed, "pubdate"), (.feed, "published"), (.feed, "issued"): self = .date(rank: 3)
        case (.dublinCore, "date"), (.dublinCoreTerms, "issued"), (.dublinCoreTerms, "created"), (.feed, "created"),
            (.feed, "date"):
            self = .date(rank: 2)
        case (.feed, "updated"), (.feed, "modified"), (.dublinCoreTerms, "modified"): self = .date(rank: 1)
        default: return nil
        }
    }
}
