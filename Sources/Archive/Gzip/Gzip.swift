/// Inflates whole buffers within limits.
public enum Gzip {
    public enum Failure: Error, Equatable, Sendable {
        /// The data ends within the stream.
        case truncated
        case corrupt(String)
        /// More than `limit` bytes come out.
        case tooLarge(limit: Int)
        /// So much comes out of so little that it is taken for a bomb.
        case tooDense
    }

    /// Output of less than this is never too dense: small files of one repeated byte are common.
    private static let ratioFloor = 1 << 20

    /// Whether bytes begin as a gzip member does (RFC 1952, section 2.3.1).
    public static func hasMagic(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B, 0x08])
    }

    /// Inflates one or more gzip members. What follows the last one, such as padding, is ignored.
    ///
    /// - Parameters:
    ///   - limit: in bytes of output.
    ///   - ratio: of output to input, beyond which data is taken for a bomb.
    public static func inflate(_ bytes: [UInt8], limit: Int, ratio: Int = 250) throws(Failure) -> [UInt8] {
        var output: [UInt8] = []
        var rest = bytes[...]
        repeat {
            let used = try inflate(rest, .gzip, into: &output, limit: limit, densest: bytes.count * ratio)
            rest = rest.dropFirst(used)
        } while hasMagic(rest)
        return output
    }

    /// Inflates what HTTP calls `deflate`: zlib's format, or bare deflate as some servers send (RFC 9110, section 8.4.1.2).
    public static func inflateDeflate(_ bytes: [UInt8], limit: Int, ratio: Int = 250) throws(Failure) -> [UInt8] {
        var output: [UInt8] = []
        let isZlib = bytes.count >= 2 && bytes[0] & 0xF == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
        let densest = bytes.count * ratio
        _ = try inflate(bytes[...], isZlib ? .zlib : .raw, into: &output, limit: limit, densest: densest)
        return output
    }

    /// Appends the output of the stream that `input` begins with, and tells its length.
    private static func inflate(
        _ input: ArraySlice<UInt8>, _ format: Inflater.Format, into output: inout [UInt8], limit: Int, densest: Int
    ) throws(Failure) -> Int {
        var inflater = Inflater(format)
        var used = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let step = input.dropFirst(used).withUnsafeBytes { input in
                chunk.withUnsafeMutableBytes { inflater.inflate(input, into: $0) }
            }
            used += step.read
            output += chunk[..<step.written]
            if output.count > limit { throw .tooLarge(limit: limit) }
            if output.count > max(ratioFloor, densest) { throw .tooDense }
            switch step.outcome {
            case .end: return used
            case .corrupt(let message): throw .corrupt(message)
            case .more: if step.read == 0, step.written == 0 { throw .truncated }
            }
        }
    }
}
