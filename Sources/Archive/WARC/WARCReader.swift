/// Reads WARC and ARC files from front to back, plain or gzipped, in bounded memory.
///
/// What cannot be read becomes a ``WARCDefect``, and reading goes on at the next plausible record.
public struct WARCReader: ~Copyable {
    public enum Item: Sendable, Equatable {
        case record(WARCRecord)
        case defect(WARCDefect)
    }

    var stream: MemberStream
    /// Whether an ARC header was read, so that others may follow.
    var readsARC = false
    /// How many more places that look like a gzip member may be tried.
    var attempts = 10_000
    private let blockLimit: Int
    /// The block of the record that ``next()`` returned last, up to ``blockLimit``.
    private var block: [UInt8] = []
    private var current: (record: WARCRecord, holdsResponse: Bool)?

    static let maximumHeaderLength = 1 << 16
    static let maximumLineLength = 1 << 14

    /// - Parameters:
    ///   - blockLimit: how many bytes of a record's block are kept for ``response(limit:)`` and ``message()``.
    ///   - offset: where in the file a record, or its gzip member, begins.
    public init(path: String, from offset: Int = 0, blockLimit: Int = 0) throws(FileReadError) {
        self.init(stream: try MemberStream.open(path: path, offset: offset), blockLimit: blockLimit)
    }

    private init(stream: consuming MemberStream, blockLimit: Int) {
        self.stream = stream
        // The head of an HTTP response is always wanted.
        self.blockLimit = max(blockLimit, ResponseHead.maximumLength)
    }

    /// The next record or defect, nil at the end of the file.
    public mutating func next() throws(FileReadError) -> Item? {
        current = nil
        if case .unsupported(let name) = stream.compression {
            guard stream.unitOffset < stream.file.size else { return nil }
            stream.restart(at: stream.file.size)
            return .defect(WARCDefect(offset: 0, reason: .unsupportedCompression, detail: name))
        }
        switch try skipBlankBytes() {
        case .more: break
        case .endOfUnit: return nil
        case .truncated: return .defect(try leaveMember(.truncatedRecord, "the file ends within a gzip member"))
        case .corrupt(let message): return .defect(try leaveMember(.corruptCompression, message))
        }
        let offset = stream.isGzip ? stream.unitOffset : stream.position
        let offsetInMember = stream.isGzip ? stream.consumed : 0
        switch try readHeader() {
        case .success(let header):
            return try readBlock(header, offset: offset, offsetInMember: offsetInMember)
        case .failure(.inMember(let reason, let detail)):
            return .defect(try leaveMember(reason, detail))
        case .failure(.inHeader(let reason, let detail)):
            try skipLine()
            try skipToRecord()
            return .defect(WARCDefect(offset: offset, reason: reason, detail: detail))
        }
    }

    /// The capture of the record that ``next()`` returned last.
    ///
    /// - Parameter limit: in bytes of the decoded body.
    public func response(limit: Int) throws(WARCDefect) -> WARCResponse {
        guard let (record, holdsResponse) = current else {
            throw WARCDefect(offset: stream.unitOffset, reason: .outOfBounds, detail: "no record at hand")
        }
        if let defect = record.defect { throw defect }
        guard block.count == record.blockLength else {
            throw WARCDefect(
                offset: record.offset, reason: .oversizedBody, detail: "block of \(record.blockLength) bytes")
        }
        return try WARCResponse(record: record, holdsResponse: holdsResponse, block: block, limit: limit)
    }

    /// The HTTP message of the record that ``next()`` returned last as it is stored, its codings not undone; nil where it
    /// holds none, or more than was kept.
    public func message() -> (head: [UInt8], fields: HeaderFields, body: [UInt8])? {
        guard let (record, _) = current, record.defect == nil, block.count == record.blockLength,
            let head = ResponseHead(block, isWholeBlock: true)
        else { return nil }
        return (Array(block.prefix(head.length)), head.fields, Array(block.dropFirst(head.length)))
    }

    /// The capture of the record at a place that a ``WARCRecord`` told.
    ///
    /// - Parameter limit: in bytes, of the block as of the decoded body.
    public static func payload(
        path: String, offset: Int, length: Int, offsetInMember: Int = 0, limit: Int
    ) throws -> WARCResponse {
        guard offset >= 0, length > 0, offsetInMember >= 0 else {
            throw WARCDefect(offset: offset, reason: .outOfBounds, detail: "\(length) bytes")
        }
        let window = min(length, MemberStream.window)
        var reader = WARCReader(
            stream: try MemberStream.open(path: path, offset: offset, window: window), blockLimit: limit)
        guard offset < reader.stream.file.size, length <= reader.stream.file.size - offset else {
            throw WARCDefect(
                offset: offset, reason: .outOfBounds, detail: "the file has \(reader.stream.file.size) bytes")
        }
        var passedOver: [UInt8] = []
        _ = try reader.stream.skip(offsetInMember, keeping: &passedOver, limit: 0)
        switch try reader.next() {
        case .record(let record) where reader.stream.isGzip || record.length <= length:
            return try reader.response(limit: limit)
        case .defect(let defect): throw defect
        default: throw WARCDefect(offset: offset, reason: .outOfBounds, detail: "no record of \(length) bytes here")
        }
    }

    // MARK: Headers

    private enum HeaderFailure: Error {
        case inHeader(WARCDefect.Reason, String)
        /// The rest of the gzip member is lost.
        case inMember(WARCDefect.Reason, String)
    }

    private mutating func readHeader() throws(FileReadError) -> Result<RecordHeader, HeaderFailure> {
        var searched = 0
        while true {
            let bytes = stream.unread
            if bytes.starts(with: "WARC/".utf8) {
                if let length = headerLength(bytes, searched: searched) {
                    guard length <= Self.maximumHeaderLength else { return .failure(.inHeader(.oversizedHeader, "")) }
                    let header = RecordHeader(warc: Array(bytes.prefix(length)))
                    stream.consume(length)
                    return .success(header)
                }
            } else if bytes.count >= 5 {
                let line = UnsafeBufferPointer(rebasing: bytes.prefix(Self.maximumLineLength))
                let end = lineEnd(line, from: 0)
                if end < line.count {
                    guard let header = RecordHeader(arc: UnsafeBufferPointer(rebasing: line[..<end])) else {
                        return .failure(.inHeader(.malformedHeader, preview(bytes)))
                    }
                    stream.consume(end + 1)
                    readsARC = true
                    return .success(header)
                }
                guard line.count < Self.maximumLineLength else {
                    return .failure(.inHeader(.malformedHeader, preview(bytes)))
                }
            }
            guard bytes.count <= Self.maximumHeaderLength else { return .failure(.inHeader(.oversizedHeader, "")) }
            // The empty line may have begun in what was searched.
            searched = max(0, bytes.count - 3)
            switch try stream.fill() {
            case .more: continue
            case .endOfUnit: return .failure(.inHeader(.truncatedRecord, "the header has no end"))
            case .truncated: return .failure(.inMember(.truncatedRecord, "the header has no end"))
            case .corrupt(let message): return .failure(.inMember(.corruptCompression, message))
            }
        }
    }

    private func preview(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes.prefix(40).map { 0x20...0x7E ~= $0 ? $0 : UInt8(ascii: ".") }, as: UTF8.self)
    }

    // MARK: Blocks

    private mutating func readBlock(
        _ header: RecordHeader, offset: Int, offsetInMember: Int
    ) throws(FileReadError) -> Item {
        guard let length = header.blockLength else {
            try skipToRecord()
            return .defect(WARCDefect(offset: offset, reason: .invalidLength, detail: header.targetURI ?? ""))
        }
        block.removeAll(keepingCapacity: true)
        var record = WARCRecord(
            offset: offset, length: 0, offsetInMember: offsetInMember, type: header.type, id: header.id,
            targetURI: header.targetURI, date: header.date, contentType: header.contentType,
            truncated: header.truncated,
            blockLength: length, payloadLength: length)
        let available = stream.file.size - stream.position
        if !stream.isGzip, length > available {
            // The length may be wrong, and the next record stand in what it claims.
            record.length = stream.file.size - offset
            record.defect = truncation(offset, available, of: length)
            try skipToRecord()
        } else {
            try readBlock(of: &record, holdsResponse: header.holdsResponse)
        }
        current = (record, header.holdsResponse)
        return .record(record)
    }

    private mutating func readBlock(of record: inout WARCRecord, holdsResponse: Bool) throws(FileReadError) {
        let (skipped, end) = try stream.skip(record.blockLength, keeping: &block, limit: blockLimit)
        var endOfBlock = stream.position
        var endOfMember = end
        if end == .more, stream.isGzip {
            endOfMember = try skipEmptyLines()
            endOfBlock = stream.position
        }
        record.length = endOfBlock - record.offset
        switch endOfMember {
        case .corrupt(let message):
            record.defect = try leaveMember(.corruptCompression, message)
        case .truncated:
            record.defect = try leaveMember(.truncatedRecord, "the file ends within a gzip member")
        case .more, .endOfUnit:
            if skipped < record.blockLength {
                record.defect = truncation(record.offset, skipped, of: record.blockLength)
            }
        }
        let isWhole = block.count == record.blockLength
        if holdsResponse, let head = ResponseHead(block, isWholeBlock: isWhole) {
            record.payloadLength = record.blockLength - head.length
            record.httpStatus = head.status
            if let type = head.fields["Content-Type"] {
                let media = MediaType(type)
                record.httpContentType = media.name
                record.httpCharset = media.charset
            }
        }
    }

    private func truncation(_ offset: Int, _ found: Int, of length: Int) -> WARCDefect {
        WARCDefect(offset: offset, reason: .truncatedRecord, detail: "\(found) of \(length) bytes")
    }

    /// Reads the empty lines behind a block, and with them the end of a gzip member, whose checksum zlib verifies.
    private mutating func skipEmptyLines() throws(FileReadError) -> MemberStream.Fill {
        while true {
            let blank = stream.unread.prefix { $0 == 0x0A || $0 == 0x0D }.count
            let isAtMore = blank < stream.unread.count
            stream.consume(blank)
            if isAtMore { return .more }
            let end = try stream.fill()
            guard end == .more else { return end }
        }
    }

    /// Goes to the first byte that is no line end, in the next gzip member if need be.
    private mutating func skipBlankBytes() throws(FileReadError) -> MemberStream.Fill {
        while true {
            let end = try skipEmptyLines()
            guard end == .endOfUnit, stream.isGzip, stream.position < stream.file.size else { return end }
            stream.restart(at: stream.position)
        }
    }

}
