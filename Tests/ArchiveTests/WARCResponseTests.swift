import Archive
import TestSupport
import Testing

/// The decoded body of a response, or the reason why there is none.
private func body(_ head: String, _ payload: [UInt8], limit: Int = 1 << 20) throws -> String {
    let block = Array(("HTTP/1.1 200 OK\r\n" + head + "\r\n").utf8) + payload
    let header = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(block.count)\r\n\r\n"
    return try withFile(Array(header.utf8) + block + Array("\r\n\r\n".utf8)) { path in
        do {
            let length = header.utf8.count + block.count
            let response = try WARCReader.payload(path: path, offset: 0, length: length, limit: limit)
            return String(decoding: response.body, as: UTF8.self)
        } catch let defect as WARCDefect {
            return defect.reason.rawValue
        }
    }
}

private let chunked = "Transfer-Encoding: chunked\r\n"

@Test(arguments: [
    ("", "abc", "abc"), ("Content-Length: 1\r\n", "abc", "abc"),
    (chunked, "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde"),
    (chunked, "3\nabc\n0\n\n", "abc"), (chunked, "<p>not chunked", "<p>not chunked"), (chunked, "", ""),
    (chunked, "3\r\nab", "corrupt_body"), (chunked, "3\r\nabc\r\nzz\r\n", "corrupt_body"),
    (chunked, "3\r\nabcd\r\n0\r\n\r\n", "corrupt_body"), (chunked, "ffffffff\r\nab", "corrupt_body"),
    ("Content-Encoding: gzip\r\n", "plain", "plain"), ("Content-Encoding: identity\r\n", "plain", "plain"),
    ("Content-Encoding: br\r\n", "no brotli", "corrupt_body"), ("Content-Encoding: zstd\r\n", "plain", "plain"),
    ("Content-Encoding: lzma\r\n", "x", "unsupported_content_encoding"),
    ("Content-Encoding: deflate\r\n", "x", "corrupt_body"),
])
func bodies(head: String, payload: String, expected: String) throws {
    #expect(try body(head, Array(payload.utf8)) == expected)
}

@Test func codings() throws {
    let packed = gzipMember("abc")
    #expect(try body("Content-Encoding: GZIP\r\n", packed) == "abc")
    #expect(try body("content-encoding: x-gzip, gzip\r\n", gzipMember(packed)) == "abc")
    #expect(try body("Content-Encoding: gzip\r\n", Array(packed.dropLast(3))) == "corrupt_body")
    let size = String(packed.count, radix: 16)
    let both = Array((size + "\r\n").utf8) + packed + Array("\r\n0\r\n\r\n".utf8)
    #expect(try body("Content-Encoding: gzip\r\n" + chunked, both) == "abc")
    #expect(try body("Content-Encoding: gzip,gzip,gzip,gzip\r\n", packed) == "unsupported_content_encoding")
}

/// "abc", 64 KiB and 16 MiB of zeros.
private let brotli = [
    "0b018061626303", "1bffff002400e2b14072ef0100", "cbffff3f002400e2b14072effff2ffff0f8004401c1680eefd1f",
].map(hexadecimal)

private func zstd(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = ZstdCompressor()
    return compressor.compress(bytes) + compressor.finish()
}

@Test func newerCodings() throws {
    #expect(try body("Content-Encoding: br\r\n", brotli[0]) == "abc")
    #expect(try body("Content-Encoding: br\r\n", Array(brotli[0].dropLast(2))) == "corrupt_body")
    #expect(try body("Content-Encoding: br\r\n", brotli[1], limit: 65_535) == "oversized_body")
    #expect(try body("Content-Encoding: br\r\n", brotli[2], limit: 1 << 30) == "oversized_body")
    let packed = zstd(Array("abc".utf8))
    #expect(try body("Content-Encoding: zstd\r\n", packed) == "abc")
    #expect(try body("Content-Encoding: gzip, zstd\r\n", zstd(gzipMember("abc"))) == "abc")
    #expect(try body("Content-Encoding: zstd\r\n", Array(packed.dropLast(2))) == "corrupt_body")
    let zeros = zstd([UInt8](repeating: 0, count: 2 << 20))
    #expect(try body("Content-Encoding: zstd\r\n", zeros, limit: 65_535) == "oversized_body")
    #expect(try body("Content-Encoding: zstd\r\n", zeros, limit: 1 << 30) == "oversized_body")
    // A frame that asks for a window of 2 GiB: descriptor 0, window exponent 21.
    #expect(try body("Content-Encoding: zstd\r\n", [0x28, 0xB5, 0x2F, 0xFD, 0, 0xA8, 1, 0, 0]) == "corrupt_body")
}

@Test func limits() throws {
    #expect(try body("", Array("abcd".utf8), limit: 100_000) == "abcd")
    #expect(try body("", [UInt8](repeating: 0x61, count: 100_001), limit: 100_000) == "oversized_body")
    #expect(try body("Content-Encoding: gzip\r\n", packedZeros, limit: 65_535) == "oversized_body")
    let bomb = Array([[UInt8]](repeating: packedZeros, count: 64).joined())
    #expect(try body("Content-Encoding: gzip\r\n", bomb, limit: 1 << 30) == "oversized_body")
}

@Test func placesOfRecords() throws {
    let first = response("HTTP/1.1 200 OK", "first")
    let second = response("HTTP/1.1 200 OK", "second", uri: "https://b.example/")
    for bytes in [
        Array((first + second).utf8), gzipMember(first) + gzipMember(second), gzipMember(first + second),
    ] {
        try withFile(bytes) { path in
            var reader = try WARCReader(path: path)
            var bodies: [String] = []
            while case .record(let record) = try reader.next() {
                let here = try reader.response(limit: 100)
                let there = try WARCReader.payload(
                    path: path, offset: record.offset, length: record.length, offsetInMember: record.offsetInMember,
                    limit: 100)
                #expect(here.body == there.body)
                #expect(there.record.targetURI == record.targetURI)
                bodies.append(String(decoding: there.body, as: UTF8.self))
            }
            #expect(bodies == ["first", "second"])
        }
    }
}

@Test func wrongPlaces() throws {
    let text = response("HTTP/1.1 200 OK", "x")
    try withFile(Array(text.utf8)) { path in
        for (offset, length) in [
            (-1, 10), (0, 0), (0, text.utf8.count + 1), (1 << 40, 10), (3, 20), (0, 10), (0, Int.max),
        ] {
            #expect(throws: WARCDefect.self) {
                try WARCReader.payload(path: path, offset: offset, length: length, limit: 100)
            }
        }
    }
}

@Test func resourcesAndHeads() throws {
    let text =
        warcRecord("resource", uri: "u:x", contentType: "text/html", "<p>x")
        + response("HTTP/2 301 \r\nLocation: /y", "")
    try withFile(Array(text.utf8)) { path in
        var reader = try WARCReader(path: path)
        _ = try reader.next()
        let resource = try reader.response(limit: 100)
        #expect(resource.status == nil)
        #expect(resource.body == Array("<p>x".utf8))
        _ = try reader.next()
        let redirect = try reader.response(limit: 100)
        #expect(redirect.status == 301)
        #expect(redirect.headers["LOCATION"] == "/y")
        #expect(redirect.body.isEmpty)
    }
}
