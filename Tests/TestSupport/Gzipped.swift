/// A gzip member of stored blocks (RFC 1951, section 3.2.4; RFC 1952).
public func gzipMember(_ bytes: [UInt8]) -> [UInt8] {
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

/// A gzip member of a text.
public func gzipMember(_ text: String) -> [UInt8] {
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

/// Bytes from their hexadecimal digits.
public func hexadecimal(_ digits: String) -> [UInt8] {
    let values = digits.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
}

/// A gzip member of 64 KiB of zeros in 96 bytes.
public let packedZeros = hexadecimal(
    """
    1f8b0800000000000203edc101010000008090feafee080a0000000000000000000000000000000000000000000000000000\
    000000000000000000000000000000000000000000000000000000000000000000000000006aeb8e97d700000100
    """)
