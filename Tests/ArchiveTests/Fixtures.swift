import Glibc

/// A WARC record with a right length.
func warcRecord(_ type: String, uri: String? = nil, contentType: String? = nil, _ block: String) -> String {
    var header = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Date: 2026-03-14T18:05:00Z\r\n"
    if let uri { header += "WARC-Target-URI: \(uri)\r\n" }
    if let contentType { header += "Content-Type: \(contentType)\r\n" }
    return header + "Content-Length: \(block.utf8.count)\r\n\r\n" + block + "\r\n\r\n"
}

func response(_ head: String, _ body: String, uri: String = "https://a.example/") -> String {
    warcRecord("response", uri: uri, contentType: "application/http; msgtype=response", head + "\r\n\r\n" + body)
}

/// Writes a file that is gone after `body`.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    var path = Array("/tmp/archive-tests-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw FixtureError() }
    defer { unlink(path) }
    guard write(descriptor, bytes, bytes.count) == bytes.count, close(descriptor) == 0 else { throw FixtureError() }
    return try body(String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
}

struct FixtureError: Error {}
