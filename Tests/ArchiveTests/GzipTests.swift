import Archive
import TestSupport
import Testing

@Test func members() throws {
    #expect(try Gzip.inflate(gzipMember("abc"), limit: 3) == Array("abc".utf8))
    #expect(try Gzip.inflate(gzipMember("abc") + gzipMember("def"), limit: 6) == Array("abcdef".utf8))
    #expect(try Gzip.inflate(gzipMember("") + [0, 0, 0], limit: 0) == [])
    let long = [UInt8](repeating: 0x61, count: 200_000)
    #expect(try Gzip.inflate(gzipMember(long), limit: 200_000) == long)
}

@Test(arguments: [
    (Array(gzipMember("abc").dropLast()), 100, Gzip.Failure.truncated), ([0x1F, 0x8B, 0x08], 100, .truncated),
    ([], 100, .truncated), (gzipMember("abcd"), 3, .tooLarge(limit: 3)),
    (packedZeros, 65_535, .tooLarge(limit: 65_535)),
    (Array([[UInt8]](repeating: packedZeros, count: 64).joined()), 1 << 30, .tooDense),
])
func gzipFailures(bytes: [UInt8], limit: Int, failure: Gzip.Failure) {
    #expect(throws: failure) { try Gzip.inflate(bytes, limit: limit) }
}

@Test func corruption() {
    var bytes = gzipMember("abcdef")
    bytes[16] ^= 1
    #expect(throws: Gzip.Failure.self) { try Gzip.inflate(bytes, limit: 100) }
    #expect(throws: Gzip.Failure.self) { try Gzip.inflate(Array("not gzip at all".utf8), limit: 100) }
}

@Test(arguments: ["78dacb48cdc9c957c84090003a2e067d", "cb48cdc9c957c8409000"])
func deflate(digits: String) throws {
    #expect(try Gzip.inflateDeflate(hexadecimal(digits), limit: 100) == Array("hello hello hello".utf8))
}
