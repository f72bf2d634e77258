/// Expands whole buffers of zstd (RFC 8878) within limits.
enum Zstd {
    /// Whether bytes begin as a frame does.
    static func hasMagic(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) }

    /// - Parameters:
    ///   - limit: in bytes of output.
    ///   - ratio: of output to input, beyond which data is taken for a bomb.
    static func expand(_ bytes: [UInt8], limit: Int, ratio: Int) throws(ContentCodingFailure) -> [UInt8] {
        var rest: [UInt8]? = bytes
        let chunks = ZstdChunks(largestWindow: ZstdChunks.windowOfHTTP) {
            defer { rest = nil }
            return rest
        }
        var output = BoundedOutput("zstd", input: bytes.count, limit: limit, ratio: ratio)
        while true {
            let chunk: [UInt8]?
            do { chunk = try chunks.next() } catch {
                guard let failure = error as? ZstdChunks.Failure else { throw .corrupt("zstd", "") }
                throw failure.isTruncated ? .truncated("zstd") : .corrupt("zstd", failure.message)
            }
            guard let chunk else { return output.bytes }
            try output.append(chunk[...])
        }
    }
}
