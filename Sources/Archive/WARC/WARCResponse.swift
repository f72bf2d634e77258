/// What a record's capture holds: an HTTP response, or for `resource` and `conversion` records the block alone.
public struct WARCResponse: Sendable {
    public var record: WARCRecord
    /// Nil where the block is no HTTP response.
    public var status: Int?
    /// Of the HTTP response.
    public var headers: HeaderFields
    /// After transfer and content decoding.
    public var body: [UInt8]
}

extension WARCResponse {
    init(record: WARCRecord, holdsResponse: Bool, block: [UInt8], limit: Int) throws(WARCDefect) {
        self.record = record
        func defect(_ reason: WARCDefect.Reason, _ detail: String) -> WARCDefect {
            WARCDefect(offset: record.offset, reason: reason, detail: detail)
        }
        guard holdsResponse else {
            (status, headers, body) = (nil, HeaderFields(), block)
            return
        }
        guard let head = ResponseHead(block, isWholeBlock: true) else {
            throw defect(.malformedResponse, "no head of an HTTP response")
        }
        status = head.status
        headers = head.fields
        let payload = block[head.length...]
        do {
            var decoded: [UInt8]?
            if let coding = headers["Transfer-Encoding"], coding.lowercased().contains("chunked") {
                decoded = try dechunked(payload)
            }
            body = decoded ?? Array(payload)
        } catch {
            throw defect(.corruptBody, "chunked coding is \(error)")
        }
        do throws(ContentCodingFailure) {
            body = try decodedContent(body, codings: headers["Content-Encoding"] ?? "", limit: limit)
        } catch {
            switch error {
            case .unsupported(let coding): throw defect(.unsupportedContentEncoding, coding)
            case .oversized(let coding):
                throw defect(.oversizedBody, "\(coding) of more than \(limit) bytes, or a bomb")
            case .truncated(let coding): throw defect(.corruptBody, "\(coding): truncated")
            case .corrupt(let coding, let message): throw defect(.corruptBody, "\(coding): \(message)")
            }
        }
        guard body.count <= limit else { throw defect(.oversizedBody, "more than \(limit) bytes") }
    }
}
