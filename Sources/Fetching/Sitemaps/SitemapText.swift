import Web

/// A sitemap as chunks of UTF-8 without byte order mark. What is UTF-8, as the protocol demands, is not decoded.
struct SitemapText {
    /// The first byte that is not white space; nil of an empty document.
    let first: UInt8?
    let source: () throws -> [UInt8]?

    init(charset: String?, limits: SitemapLimits, source: @escaping () throws -> [UInt8]?) throws {
        var head: [UInt8] = []
        while head.count < 1024, let more = try source() { head += more }
        var rest = source
        if !Self.isUTF8(head, charset: charset) {
            while head.count <= limits.wholeBytes, let more = try source() { head += more }
            guard head.count <= limits.wholeBytes else { throw SitemapError.notASitemap }
            head = decodedXML(head, charset: charset)
            rest = { nil }
        }
        if head.starts(with: [0xef, 0xbb, 0xbf]) { head.removeFirst(3) }
        first = head.first { !isASCIISpace($0) }
        var beginning: [UInt8]? = head
        self.source = { try beginning.take() ?? rest() }
    }

    /// Judged by the beginning, up to where a character may be cut; a document that is ASCII so far counts.
    private static func isUTF8(_ head: [UInt8], charset: String?) -> Bool {
        let whole = Array(head[...(head.lastIndex { $0 < 0x80 } ?? -1)])
        let text = decodedXML(whole, charset: charset)
        return text == whole || text == Array(whole.dropFirst(3)) && whole.first == 0xef
    }
}
