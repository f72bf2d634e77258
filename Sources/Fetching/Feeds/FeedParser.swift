import Markup

/// Reads RSS, RDF and Atom in one pass. What an element means depends on its name and vocabulary more than on the format:
/// feeds mix them.
struct FeedParser {
    private var reader: XMLReader
    private let plainText = PlainText()
    private var bases: FeedBases
    private let limits: FeedLimits
    private var feed: Feed?
    /// Elements before the feed's own, such as a server's warning in HTML.
    private var strayElements = 0
    private var item: (draft: FeedItemDraft, depth: Int)?
    private var field: Open?

    private struct Open {
        var field: FeedField
        var depth: Int
        var type: PlainText.Kind
        var attributes: [XMLAttribute]
        var text: [UInt8] = []
    }

    init(_ reader: XMLReader, url: String?, limits: FeedLimits) {
        self.reader = reader
        self.limits = limits
        bases = FeedBases(url)
    }

    /// - Parameter event: what the reader returned last, where somebody else has looked at the document's beginning.
    mutating func parse(from event: XMLReader.Event? = nil) throws(FeedError) -> Feed {
        var fault: String?
        do {
            var next = event
            if next == nil { next = try reader.next() }
            while let event = next {
                take(event)
                guard strayElements < 100 else { break }
                guard feed?.items.count ?? 0 < limits.items else {
                    fault = "not read beyond \(limits.items) items"
                    break
                }
                next = try reader.next()
            }
        } catch XMLError.internalSubset {
            throw .internalSubset
        } catch {
            fault = "not read to its end: \(error)"
            finishItem()
        }
        guard var feed else { throw .notAFeed }
        feed.fault = fault ?? reader.fault.map { "\($0.kind.rawValue) at byte \($0.offset)" }
        return feed
    }

    private mutating func take(_ event: XMLReader.Event) {
        switch event {
        case .start: start()
        case .end:
            if let field, field.depth == reader.depth { finish(field) }
            if let item, item.depth == reader.depth { finishItem() }
            bases.leave(depth: reader.depth)
        case .text:
            guard let count = field?.text.count else { return }
            field?.text += reader.text.prefix(limits.fieldBytes - count)
        }
    }

    private mutating func start() {
        if let base = reader.attribute("base", namespace: "http://www.w3.org/XML/1998/namespace") {
            bases.enter(depth: reader.depth, base: base)
        }
        guard feed != nil else {
            feed = Self.format(reader.name).map { Feed(format: $0) }
            if feed == nil { strayElements += 1 }
            return
        }
        guard field == nil else { return }
        if Self.isItem(reader.name) {
            // An item in an item: the first was not closed.
            guard item == nil || item?.depth == reader.depth - 1 else { return }
            finishItem()
            item = (FeedItemDraft(), reader.depth)
            if let about = reader.attributes.first(where: { $0.name.local == "about" })?.value {
                item?.draft.id = collapsed(Array(about.utf8))
            }
        } else if let item {
            guard item.depth == reader.depth - 1, let field = FeedField(reader.name) else { return }
            open(field)
        } else if feed?.title == nil, reader.depth <= 3, FeedField(reader.name) == .title(rank: 2) {
            open(.title(rank: 2))
        }
    }

    private mutating func open(_ field: FeedField) {
        self.field = Open(
            field: field, depth: reader.depth, type: Self.kind(reader.attribute("type")),
            attributes: reader.attributes)
    }

    private mutating func finish(_ open: Open) {
        field = nil
        switch open.field {
        case .title(let rank):
            let title = plainText.text(of: open.text, open.type)
            if item == nil { feed?.title = title } else { item?.draft.take(title: title, rank: rank) }
        case .link:
            takeLink(open)
        case .id(let isLink):
            guard let id = collapsed(open.text) else { return }
            item?.draft.id = id
            // Without any other link, what looks like a permanent link is one, whatever it says of itself.
            guard isLink, isWebAddress(id) else { return }
            item?.draft.take(link: bases.resolve(id), rank: 1)
        case .date(let rank):
            item?.draft.take(date: collapsed(open.text), rank: rank)
        }
    }

    private mutating func takeLink(_ open: Open) {
        func attribute(_ name: String) -> String? { open.attributes.first { $0.name.local == name }?.value }
        let href = attribute("href")
        let link = bases.resolve(href ?? String(decoding: open.text, as: UTF8.self))
        let relation = attribute("rel")
        if href == nil || feed?.format != .atom && relation == nil {
            item?.draft.take(link: link, rank: 5, takesLast: true)
        } else if relation ?? "alternate" == "alternate" {
            let isPage = attribute("type").map { $0.hasPrefix("text/html") || $0.contains("xhtml") } ?? true
            item?.draft.take(link: link, rank: isPage ? 4 : 3)
        }
    }

    private mutating func finishItem() {
        if let open = field { finish(open) }
        guard let item else { return }
        feed?.items.append(item.draft.item)
        self.item = nil
    }

    /// The format that an element begins, if any.
    static func format(_ name: XMLName) -> Feed.Format? {
        switch name.local {
        case "rss": .rss
        case "RDF": .rdf
        case "feed": .atom
        // RSS 0.9x without its outermost element.
        case "channel": .rss
        default: nil
        }
    }

    private static func isItem(_ name: XMLName) -> Bool {
        guard name.local == "item" || name.local == "entry" else { return false }
        return FeedVocabulary(name) == .feed
    }

    /// Atom's `type` of a text. Where it is missing, many feeds write HTML all the same.
    private static func kind(_ type: String?) -> PlainText.Kind {
        switch type {
        case "text", "text/plain", "xhtml", "application/xhtml+xml": .text
        case "html", "text/html": .html
        default: .unknown
        }
    }
}
