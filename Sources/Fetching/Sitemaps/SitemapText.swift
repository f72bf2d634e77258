import Web

/// A sitemap as chunks of UTF-8 without byte order mark. What is UTF-8, as the protocol demands, is not decoded.
struct SitemapText {
    enum Form {
        case markup, json, list
    }

    let form: Form
    let source: () throws -> [UInt8]?

    init(charset: String?, limits: SitemapLimits, source: @escaping () throws -> [UInt8]?) throws {
        var head: [UInt8] = []
        while head.count < 1024, let more = try source() { head += more }
        var rest = source
        if !Self.isUTF8(head, charset: charset) {
            while head.count <= limits.wholeBytes, let more = try source() { head += more }
            guard head.count <= limits.wholeBytes else { throw SitemapError.notASitemap }
            head = decodedXML(head, charset: charset).utf8
            rest = { nil }
        }
        if head.starts(with: [0xef, 0xbb, 0xbf]) { head.removeFirst(3) }
        // URLs have no angle brackets.
        let isMarkup = head.contains(UInt8(ascii: "<"))
        let isJSON = head.first { !isASCIISpace($0) } == UInt8(ascii: "{")
        form = isJSON ? .json : isMarkup ? .markup : .list
        var beginning: [UInt8]? = head
        self.source = { try beginning.take() ?? rest() }
    }

    /// Judged by the beginning, up to where a character may be cut; a document that is ASCII so far counts.
    private static func isUTF8(_ head: [UInt8], charset: String?) -> Bool {
        let whole = Array(head[...(head.lastIndex { $0 < 0x80 } ?? -1)])
        let decoded = decodedXML(whole, charset: charset)
        return decoded.encoding == .utf8 || decoded.utf8 == whole
    }
}
