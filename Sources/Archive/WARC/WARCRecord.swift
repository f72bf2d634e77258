/// A record of a WARC (ISO 28500) or ARC file, without its block.
public struct WARCRecord: Sendable, Equatable {
    /// Where the record, or the gzip member that holds it, begins in the file.
    public var offset: Int
    /// How many bytes of the file from `offset` on hold it.
    public var length: Int
    /// How many decoded bytes of the gzip member stand before it: 0 but for files that are one member as a whole.
    public var offsetInMember: Int
    /// `response`, `resource`, `request`, `metadata`, `warcinfo`, `revisit`, `conversion`, `continuation`; `unknown` if it
    /// has none. ARC records are called by the WARC type that they would have.
    public var type: String
    public var id: String?
    public var targetURI: String?
    /// The capture's time as written, in ARC in the form of WARC: `2026-03-14T18:05:00Z`.
    public var date: String?
    public var contentType: String?
    /// Why the archive holds only part of what was sent, if it says so.
    public var truncated: String?
    /// In bytes.
    public var blockLength: Int
    /// Of the block without the head of an HTTP message, in bytes, as stored.
    public var payloadLength: Int
    public var httpStatus: Int?
    /// The media type in lower case, without parameters.
    public var httpContentType: String?
    /// The `charset` parameter of the HTTP Content-Type.
    public var httpCharset: String?
    /// Why its block is not whole, if it is not: then there is no response to be had.
    public var defect: WARCDefect?
}

/// Why a part of an archive could not be read.
public struct WARCDefect: Error, Sendable, Equatable {
    public enum Reason: String, Sendable {
        /// Neither a WARC nor an ARC header stands where a record has to begin.
        case malformedHeader = "malformed_header"
        /// A header of more bytes than are allowed.
        case oversizedHeader = "oversized_header"
        /// The length is missing or no number.
        case invalidLength = "invalid_length"
        /// The file or gzip member ends before the record does.
        case truncatedRecord = "truncated_record"
        case corruptCompression = "corrupt_compression"
        case unsupportedCompression = "unsupported_compression"
        /// Place and length name no record of the file.
        case outOfBounds = "out_of_bounds"
        case malformedResponse = "malformed_response"
        case unsupportedContentEncoding = "unsupported_content_encoding"
        case corruptBody = "corrupt_body"
        /// The body is larger than the limit, or suspiciously much larger than what it was packed into.
        case oversizedBody = "oversized_body"
    }

    /// In the file: of the record, or of the gzip member that holds it.
    public var offset: Int
    public var reason: Reason
    public var detail: String

    public init(offset: Int, reason: Reason, detail: String = "") {
        self.offset = offset
        self.reason = reason
        self.detail = detail
    }
}
