import Archive
import TestSupport
import Testing

/// The items of a file, a line each: a record's type, URI and payload length, or a defect's place and reason.
private func items(_ bytes: [UInt8]) throws -> [String] {
    try withFile(bytes) { path in
        var reader = try WARCReader(path: path)
        var lines: [String] = []
        while let item = try reader.next() {
            switch item {
            case .record(let record):
                let defect = record.defect.map { " " + $0.reason.rawValue } ?? ""
                lines.append("\(record.type) \(record.targetURI ?? "-") \(record.payloadLength)" + defect)
            case .defect(let defect): lines.append("\(defect.offset) \(defect.reason.rawValue)")
            }
        }
        return lines
    }
}

private func items(_ text: String) throws -> [String] {
    try items(Array(text.utf8))
}

private let page = response("HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"utf-8\"", "<p>x")
private let resource = warcRecord("resource", uri: "https://b.example/", contentType: "text/html", "<p>yz")

@Test func recordsOfAPlainFile() throws {
    let expected = ["warcinfo - 3", "response https://a.example/ 4", "resource https://b.example/ 5"]
    #expect(try items(warcRecord("warcinfo", "a: b".dropLast().description) + page + resource) == expected)
    // Line feeds alone, an older version, more empty lines than there should be, and none at the end.
    let loose =
        "WARC/0.18\nWARC-Type: Response\nContent-Length: 22\nWARC-Target-URI: <u:x>\n\nHTTP/1.0 200\nA: b\n\nxyz\n\n\n\n\n"
    #expect(try items(loose + "WARC/1.1\ncontent-length:0\n\n") == ["response u:x 3", "unknown - 0"])
    #expect(try items("") == [])
    #expect(try items("\r\n\r\n") == [])
}

@Test func everyFieldOfARecord() throws {
    let block = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html; charset=koi8-r\r\n\r\nx"
    let header = """
        WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-03-14T18:05:00Z\r\n\
        WARC-Target-URI: https://a.example/\r\n  b\r\nWARC-Truncated: length\r\nContent-Type: application/http\r\n\
        Content-Length: \(block.utf8.count)\r\n\r\n
        """
    let bytes = Array((resource + header + block + "\r\n\r\n").utf8)
    try withFile(bytes) { path in
        var reader = try WARCReader(path: path)
        _ = try reader.next()
        guard case .record(let record) = try reader.next() else { throw FixtureError() }
        #expect(record.offset == resource.utf8.count)
        #expect(record.length == header.utf8.count + block.utf8.count)
        #expect(record.offsetInMember == 0)
        #expect(record.type == "response")
        #expect(record.id == "urn:uuid:1")
        #expect(record.targetURI == "https://a.example/ b")
        #expect(record.date == "2026-03-14T18:05:00Z")
        #expect(record.contentType == "application/http")
        #expect(record.truncated == "length")
        #expect(record.blockLength == block.utf8.count)
        #expect(record.payloadLength == 1)
        #expect(record.httpStatus == 404)
        #expect(record.httpContentType == "text/html")
        #expect(record.httpCharset == "koi8-r")
        #expect(record.defect == nil)
    }
}

@Test func gzipFiles() throws {
    let expected = ["response https://a.example/ 4", "resource https://b.example/ 5"]
    #expect(try items(gzipMember(page) + gzipMember(resource)) == expected)
    #expect(try items(gzipMember(page + resource)) == expected)
    #expect(try items(gzipMember(page) + gzipMember("\r\n") + gzipMember(resource)) == expected)
}

@Test func archiveFiles() throws {
    let header = "filedesc://x.arc 0.0.0.0 20260314180500 text/plain 9\n1 0 Own\n\n\n"
    let plain = header + "https://a.example/a b 1.2.3.4 20260314180501 text/html 20\nHTTP/1.0 200 OK\n\nabc\n"
    #expect(try items(plain) == ["warcinfo filedesc://x.arc 9", "response https://a.example/a b 3"])
    let second = "https://a.example/ 1.2.3.4 20260314180501 text/html 200 - - 0 x.arc 20\nHTTP/1.0 200 OK\n\nabc\n"
    #expect(try items(header + second).last == "response https://a.example/ 3")
    try withFile(Array(plain.utf8)) { path in
        var reader = try WARCReader(path: path)
        _ = try reader.next()
        guard case .record(let record) = try reader.next() else { throw FixtureError() }
        #expect(record.date == "2026-03-14T18:05:01Z")
        #expect(record.httpStatus == 200)
    }
}

@Test func readingGoesOnBehindWhatIsBroken() throws {
    let rest = "resource https://b.example/ 5"
    #expect(try items("garbage\r\nmore\r\n" + resource) == ["0 malformed_header", rest])
    #expect(try items("WARC/1.0\r\nContent-Length: x\r\n\r\nblock\r\n" + resource) == ["0 invalid_length", rest])
    #expect(try items("WARC/1.0\r\n\r\n" + resource) == ["0 invalid_length", rest])
    // A length that the file has not got, and one that ends too early.
    let tooLong = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n\r\n"
    #expect(try items(tooLong + resource) == ["response - 99999 truncated_record", rest])
    let tooShort = "WARC/1.0\r\nContent-Length: 2\r\n\r\nabcdef\r\n\r\n"
    #expect(try items(tooShort + resource) == ["unknown - 2", "\(tooShort.utf8.count - 8) malformed_header", rest])
    #expect(try items("WARC/1.0\r\nWARC-Type: x") == ["0 truncated_record"])
    let endless = "WARC/1.0\r\n" + String(repeating: "A: b\r\n", count: 20_000)
    #expect(try items(endless + "\r\n" + resource) == ["0 oversized_header", rest])
    #expect(try items(String(repeating: "x", count: 70_000) + "\n" + resource) == ["0 malformed_header", rest])
}

@Test func readingGoesOnBehindABrokenMember() throws {
    let rest = "resource https://b.example/ 5"
    var corrupt = gzipMember(page)
    corrupt[corrupt.count - 6] ^= 1
    #expect(try items(corrupt + gzipMember(resource)) == ["response https://a.example/ 4 corrupt_compression", rest])
    corrupt = gzipMember(page)
    corrupt[10] = 7
    #expect(try items(corrupt + gzipMember(resource)) == ["0 corrupt_compression", rest])
    #expect(
        try items(gzipMember(resource) + [0, 0, 0, 0]) == [rest, "\(gzipMember(resource).count) corrupt_compression"])
    let cut = Array(gzipMember(page).dropLast(16))
    #expect(try items(gzipMember(resource) + cut).last == "response https://a.example/ 4 truncated_record")
    #expect(try items(gzipMember(String(page.dropLast(10))) + gzipMember(resource)).last == rest)
    #expect(try items([0x28, 0xB5, 0x2F, 0xFD, 0]) == ["0 unsupported_compression"])
}

/// Every cut and every flipped byte ends in records and defects, and in no endless loop.
@Test func damage() throws {
    for whole in [Array((page + resource).utf8), gzipMember(page) + gzipMember(resource)] {
        for index in 0..<whole.count {
            #expect(try items(Array(whole[..<index])).count <= 3)
            var flipped = whole
            flipped[index] ^= 0x55
            #expect(try items(flipped).count <= 6)
        }
    }
}

@Test func missingFile() {
    #expect(throws: FileReadError.self) { _ = try WARCReader(path: "/nonexistent/file.warc") }
}
