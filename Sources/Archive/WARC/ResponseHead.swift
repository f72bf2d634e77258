/// The head of an HTTP response: its status line and fields.
struct ResponseHead {
    var status: Int?
    var fields: HeaderFields
    /// In bytes, with the empty line behind it.
    var length: Int

    static let maximumLength = 1 << 16

    /// Nil where `block` does not begin with a head of at most ``maximumLength`` bytes. A head that goes up to the end of
    /// the block needs no empty line: such responses have no body.
    init?(_ block: [UInt8], isWholeBlock: Bool) {
        guard block.prefix(5).elementsEqual("HTTP/".utf8) else { return nil }
        let found = block.withUnsafeBufferPointer {
            headerLength(UnsafeBufferPointer(rebasing: $0.prefix(Self.maximumLength)))
        }
        if let found {
            length = found
        } else {
            guard isWholeBlock, block.count <= Self.maximumLength else { return nil }
            length = block.count
        }
        let line = block.prefix(length).prefix { $0 != 0x0A && $0 != 0x0D }
        let words = line.split(separator: 0x20, maxSplits: 2)
        if words.count >= 2, words[1].count == 3, words[1].allSatisfy({ $0 &- 0x30 < 10 }) {
            status = words[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        fields = HeaderFields(behindFirstLineOf: Array(block.prefix(length)))
    }
}

/// Undoes the chunked transfer coding (RFC 9112, section 7.1).
///
/// - Returns: nil where the body is not chunked at all: archives often keep the field of a coding that they undid.
func dechunked(_ body: ArraySlice<UInt8>) throws(ChunkingFailure) -> [UInt8]? {
    var output: [UInt8] = []
    var rest = body
    var isFirst = true
    while true {
        guard let feed = rest.prefix(1 << 12).firstIndex(of: 0x0A) else {
            if isFirst { return nil }
            throw .truncated
        }
        let line = rest[rest.startIndex..<feed].prefix { $0 != UInt8(ascii: ";") && $0 != 0x0D }
        let digits = line.filter { $0 != 0x20 }
        guard (1...8).contains(digits.count), let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
            size >= 0
        else {
            if isFirst { return nil }
            throw .malformed
        }
        rest = rest[(feed + 1)...]
        if size == 0 { return output }
        guard rest.count >= size else { throw .truncated }
        output += rest.prefix(size)
        rest = rest.dropFirst(size)
        if rest.first == 0x0D { rest = rest.dropFirst() }
        guard rest.first == 0x0A || rest.isEmpty else { throw .malformed }
        rest = rest.dropFirst()
        isFirst = false
    }
}

enum ChunkingFailure: Error {
    case truncated, malformed
}
