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
        let codings = (headers["Content-Encoding"] ?? "").utf8.split(separator: UInt8(ascii: ","))
            .map { String(decoding: $0.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self).lowercased() }
        guard codings.count <= 3 else { throw defect(.unsupportedContentEncoding, "more than three codings") }
        for coding in codings.reversed() where !body.isEmpty {
            do {
                switch coding {
                case "", "identity", "none": break
                // Archives often keep the field of a coding that they undid.
                case "gzip", "x-gzip": if Gzip.hasMagic(body) { body = try Gzip.inflate(body, limit: limit) }
                case "deflate": body = try Gzip.inflateDeflate(body, limit: limit)
                default: throw defect(.unsupportedContentEncoding, coding)
                }
            } catch let defect as WARCDefect {
                throw defect
            } catch Gzip.Failure.tooLarge, Gzip.Failure.tooDense {
                throw defect(.oversizedBody, "\(coding) of more than \(limit) bytes, or a bomb")
            } catch {
                throw defect(.corruptBody, "\(coding): \(error)")
            }
        }
        guard body.count <= limit else { throw defect(.oversizedBody, "more than \(limit) bytes") }
    }
}
