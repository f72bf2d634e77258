import Markup
import Web

/// A `urlset` or `sitemapindex`.
struct SitemapXML: SitemapForm {
    private(set) var leftOut = 0
    private var reader: XMLReader
    private var stopped: String?
    private let base: WebURL?
    private let limits: SitemapLimits
    private let plainText = PlainText()
    private var entry: SitemapEntry?
    private var entryDepth = 0
    private var field: (kind: Field, depth: Int)?
    private var text: [UInt8] = []

    private enum Field {
        case loc, imageLoc, lastmod, changefreq, priority, title, publicationDate, publication, language
    }

    init(_ reader: XMLReader, url: String?, limits: SitemapLimits) {
        self.reader = reader
        self.limits = limits
        base = url.flatMap { WebURL($0) }
    }

    var fault: String? {
        stopped ?? reader.fault.map { "\($0.kind.rawValue) at byte \($0.offset)" }
    }

    mutating func next() throws -> SitemapEntry? {
        guard stopped == nil else { return nil }
        do {
            while let event = try reader.next() {
                switch event {
                case .start: if let unclosed = start() { return unclosed }
                case .end: if let finished = end() { return finished }
                case .text: takeText()
                }
            }
        } catch XMLError.internalSubset {
            throw SitemapError.internalSubset
        } catch let error as XMLError {
            stopped = "not read to its end: \(error)"
        }
        return nil
    }

    /// Returns the entry before, where it was not closed.
    private mutating func start() -> SitemapEntry? {
        let isEntry = reader.name.local == "url" || reader.name.local == "sitemap"
        guard entry == nil || isEntry && reader.depth == entryDepth + 1 && field == nil else {
            if field == nil, let kind = Self.field(reader.name, isDirect: reader.depth == entryDepth + 1) {
                field = (kind, reader.depth)
                text.removeAll(keepingCapacity: true)
            }
            return nil
        }
        guard isEntry else { return nil }
        let unclosed = finishEntry()
        entry = SitemapEntry(reader.name.local == "url" ? .url : .sitemap)
        entryDepth = reader.depth
        text.removeAll(keepingCapacity: true)
        return unclosed
    }

    private mutating func takeText() {
        // Some indices have the URL in `sitemap` itself, without `loc`.
        guard field != nil || reader.depth == entryDepth && entry?.loc.isEmpty == true else { return }
        text += reader.text.prefix(max(0, limits.fieldBytes + 1 - text.count))
    }

    private mutating func end() -> SitemapEntry? {
        if let field, field.depth == reader.depth {
            self.field = nil
            defer { text.removeAll(keepingCapacity: true) }
            return finish(field.kind)
        }
        return reader.depth == entryDepth ? finishEntry() : nil
    }

    /// Returns an image, which is an entry of its own.
    private mutating func finish(_ field: Field) -> SitemapEntry? {
        switch field {
        case .loc:
            let loc = loc ?? ""
            entry?.loc = loc
        case .imageLoc: return loc.map { SitemapEntry(.image, $0) }
        case .lastmod: entry?.lastmod = collapsed(text)
        case .changefreq: entry?.changefreq = collapsed(text)
        case .priority: entry?.priority = collapsed(text)
        case .title: entry?.title = plainText.text(of: text, .unknown)
        case .publicationDate: entry?.publicationDate = collapsed(text)
        case .publication: entry?.publication = plainText.text(of: text, .unknown)
        case .language: entry?.language = collapsed(text)
        }
        return nil
    }

    private mutating func finishEntry() -> SitemapEntry? {
        guard var entry else { return nil }
        self.entry = nil
        if entry.loc.isEmpty, let loc, isWebAddress(loc) { entry.loc = loc }
        text.removeAll(keepingCapacity: true)
        guard !entry.loc.isEmpty else {
            leftOut += 1
            return nil
        }
        return entry
    }

    private var loc: String? {
        guard text.count <= limits.fieldBytes else { return nil }
        return resolved(String(decoding: text, as: UTF8.self), against: base)
    }

    private static func field(_ name: XMLName, isDirect: Bool) -> Field? {
        if isDirect {
            switch name.local {
            case "loc": return .loc
            case "lastmod": return .lastmod
            case "changefreq": return .changefreq
            case "priority": return .priority
            default: break
            }
        }
        switch (vocabulary(name), name.local) {
        case ("image", "loc"): return .imageLoc
        case ("news", "title"): return .title
        case ("news", "publication_date"): return .publicationDate
        case ("news", "name"): return .publication
        case ("news", "language"): return .language
        default: return nil
        }
    }

    /// `news` and `image`, whose URIs are written in several ways and sometimes missing.
    private static func vocabulary(_ name: XMLName) -> String {
        let stem = "://www.google.com/schemas/sitemap-"
        guard let colon = name.namespace.utf8.firstIndex(of: UInt8(ascii: ":")),
            name.namespace[colon...].hasPrefix(stem)
        else { return name.prefix }
        return String(name.namespace[colon...].dropFirst(stem.count).prefix { $0 != "/" })
    }
}
