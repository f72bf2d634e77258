import Glibc

/// A gzip member of stored blocks (RFC 1951, section 3.2.4; RFC 1952).
func gzipMember(_ bytes: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var rest = bytes[...]
    repeat {
        let block = rest.prefix(0xFFFF)
        rest = rest.dropFirst(block.count)
        member.append(rest.isEmpty ? 1 : 0)
        member += littleEndian(UInt32(block.count)).prefix(2) + littleEndian(~UInt32(block.count)).prefix(2)
        member += block
    } while !rest.isEmpty
    return member + littleEndian(crc32(bytes)) + littleEndian(UInt32(bytes.count))
}

func gzipMember(_ text: String) -> [UInt8] {
    gzipMember(Array(text.utf8))
}

private func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
        (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
}

func hexadecimal(_ digits: String) -> [UInt8] {
    let values = digits.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
}

/// 64 KiB of zeros in 96 bytes.
let packedZeros = hexadecimal(
    """
    1f8b0800000000000203edc101010000008090feafee080a0000000000000000000000000000000000000000000000000000\
    000000000000000000000000000000000000000000000000000000000000000000000000006aeb8e97d700000100
    """)

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
