import Archive
import TestSupport
import Testing

@Suite struct InflatedChunksTests {
    private static func inflated(_ bytes: [UInt8], chunk: Int, limit: Int = 1 << 30) throws -> [UInt8] {
        var rest = bytes[...]
        let chunks = InflatedChunks(limit: limit) {
            defer { rest = rest.dropFirst(chunk) }
            return rest.isEmpty ? nil : Array(rest.prefix(chunk))
        }
        var output: [UInt8] = []
        while let more = try chunks.next() {
            #expect(!more.isEmpty && more.count <= max(1 << 16, chunk))
            output += more
        }
        #expect(try chunks.next() == nil)
        return output
    }

    private static let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0) }

    private static let streams: [([UInt8], [UInt8])] = [
        (gzipMember("abc"), Array("abc".utf8)),
        (gzipMember("abc") + gzipMember("") + gzipMember("def"), Array("abcdef".utf8)),
        (gzipMember("abc") + [0, 0], Array("abc".utf8)),
        (gzipMember(long), long),
        (Array("plain".utf8), Array("plain".utf8)),
        ([0x1f, 0x8b], [0x1f, 0x8b]),
        ([], []),
    ]

    @Test(arguments: streams)
    func chunks(bytes: [UInt8], expected: [UInt8]) throws {
        for chunk in [1, 1000, 1 << 20] { #expect(try Self.inflated(bytes, chunk: chunk) == expected) }
    }

    private static let broken: [([UInt8], Gzip.Failure)] = [
        (Array(gzipMember("abc").dropLast()), Gzip.Failure.truncated), ([0x1F, 0x8B, 0x08], .truncated),
        (gzipMember("abcdefghijkl"), .tooLarge(limit: 10)), (Array("not gzip at all".utf8), .tooLarge(limit: 10)),
    ]

    @Test(arguments: broken)
    func failures(bytes: [UInt8], failure: Gzip.Failure) {
        for chunk in [1, 1000] {
            #expect(throws: failure) { try Self.inflated(bytes, chunk: chunk, limit: 10) }
        }
    }

    @Test func bombsAndDamage() {
        #expect(throws: Gzip.Failure.tooDense) {
            try Self.inflated(Array([[UInt8]](repeating: packedZeros, count: 64).joined()), chunk: 100)
        }
        var bytes = gzipMember("abcdef")
        bytes[16] ^= 1
        #expect(throws: Gzip.Failure.self) { try Self.inflated(bytes, chunk: 5) }
    }
}
