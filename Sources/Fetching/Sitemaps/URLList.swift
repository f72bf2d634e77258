/// A sitemap of plain text: one URL a line.
struct URLList: SitemapForm {
    private(set) var leftOut = 0
    private(set) var fault: String?
    private let source: () throws -> [UInt8]?
    private let limits: SitemapLimits
    private var buffer: [UInt8] = []
    private var position = 0
    private var bytes = 0
    private var hasURL = false
    private var isAtEnd = false
    /// Whether the line at hand is longer than the limit: what was read of it is forgotten.
    private var isTooLong = false

    init(limits: SitemapLimits, source: @escaping () throws -> [UInt8]?) {
        self.limits = limits
        self.source = source
    }

    /// - Throws: `SitemapError.notASitemap` where the first hundred lines, or all, hold no URL.
    mutating func next() throws -> SitemapEntry? {
        while let line = try nextLine() {
            defer { isTooLong = false }
            guard let text = collapsed(line) else { continue }
            if !isTooLong, line.count <= limits.fieldBytes, isWebAddress(text) {
                hasURL = true
                return SitemapEntry(.url, text)
            }
            leftOut += 1
            if !hasURL, leftOut >= 100 { throw SitemapError.notASitemap }
        }
        if !hasURL, leftOut > 0 { throw SitemapError.notASitemap }
        return nil
    }

    private mutating func nextLine() throws -> [UInt8]? {
        while true {
            if let end = buffer[position...].firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
            {
                defer { position = end + 1 }
                return Array(buffer[position..<end])
            }
            if buffer.count - position > limits.fieldBytes {
                isTooLong = true
                position = buffer.count - 1
            }
            guard !isAtEnd, let more = try source() else {
                defer { (position, isAtEnd) = (buffer.count, true) }
                return position < buffer.count ? Array(buffer[position...]) : nil
            }
            buffer.removeFirst(position)
            position = 0
            buffer += more
            bytes += more.count
            if bytes > limits.bytes {
                fault = "not read to its end: more than \(limits.bytes) bytes"
                isAtEnd = true
            }
        }
    }
}
