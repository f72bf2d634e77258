import Digest

/// A record to be written (ISO 28500:2017, WARC 1.1).
public struct WARCDraft: Sendable {
    public enum RecordType: String, Sendable {
        case warcinfo, request, response, revisit
    }

    /// Why a revisit record stands for a response (ISO 28500:2017, section 6.7).
    public enum RevisitProfile: String, Sendable {
        case identicalPayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
        case notModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    }

    public var type: RecordType
    /// RFC 3339 in UTC with `Z`.
    public var date: String
    public var targetURI: String?
    /// Further named fields, in their order. Values hold no line ends.
    public var fields: [(name: StaticString, value: String)] = []
    /// The beginning of the block: the head of an HTTP message with its empty line, or all of it.
    public var head: [UInt8]
    /// The rest of the block.
    public var body: [UInt8] = []

    public init(_ type: RecordType, date: String, targetURI: String? = nil, head: [UInt8]) {
        self.type = type
        self.date = date
        self.targetURI = targetURI
        self.head = head
    }

    /// A name that no other record has: of what, when and where.
    public func id(at place: String) -> String {
        let digest = SHA256.hex("\(type.rawValue) \(date) \(targetURI ?? "") \(place)")
        var digits = Array(digest.utf8.prefix(32))
        // Version 8 and variant 10 (RFC 9562, section 5.8).
        digits[12] = UInt8(ascii: "8")
        digits[16] = UInt8(ascii: "a")
        for position in [20, 16, 12, 8] { digits.insert(UInt8(ascii: "-"), at: position) }
        return "<urn:uuid:\(String(decoding: digits, as: UTF8.self))>"
    }

    /// The whole record as it stands in a plain WARC.
    func record(id: String) -> [UInt8] {
        var text = "WARC/1.1\r\nWARC-Type: \(type.rawValue)\r\nWARC-Record-ID: \(id)\r\nWARC-Date: \(date)\r\n"
        if let targetURI { text += "WARC-Target-URI: \(targetURI)\r\n" }
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        let media = type == .warcinfo ? "application/warc-fields" : "application/http;msgtype=\(message)"
        text += "Content-Type: \(media)\r\nContent-Length: \(head.count + body.count)\r\n\r\n"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + head.count + body.count + 4)
        bytes += text.utf8
        bytes += head
        bytes += body
        bytes += "\r\n\r\n".utf8
        return bytes
    }

    private var message: String { type == .request ? "request" : "response" }
}
