/// How many bytes from `start` on are valid UTF-8 (RFC 3629: shortest forms, no surrogates, up to U+10FFFF), plus `start`:
/// the place of the first byte that does not belong to a valid sequence, or the end.
func validUTF8Count(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var index = start
    while index < count {
        while index + 32 <= count {
            let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let second = raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
            let third = raw.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
            let fourth = raw.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
            if (first | second | third | fourth) & 0x8080_8080_8080_8080 != 0 { break }
            index += 32
        }
        while index < count, bytes[index] < 0x80 { index += 1 }
        while index < count, bytes[index] >= 0x80 {
            let sequence = utf8Sequence(bytes, at: index)
            guard sequence.valid else { return index }
            index += sequence.length
        }
    }
    return count
}

/// The sequence that a byte from 80 on begins; where it is not valid, its length is that of its maximal subpart (Unicode
/// Standard, section 3.9), which one U+FFFD stands for.
@inline(__always)
private func utf8Sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, valid: Bool) {
    let lead = bytes[index]
    let needed: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: needed = 1
    case 0xE0...0xEF:
        needed = 2
        if lead == 0xE0 { lowest = 0xA0 }
        if lead == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
        needed = 3
        if lead == 0xF0 { lowest = 0x90 }
        if lead == 0xF4 { highest = 0x8F }
    default: return (1, false)
    }
    for offset in 1...needed {
        guard index + offset < bytes.count, bytes[index + offset] >= lowest, bytes[index + offset] <= highest else {
            return (offset, false)
        }
        lowest = 0x80
        highest = 0xBF
    }
    return (needed + 1, true)
}

func decodeUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replacements: Int) {
    var valid = validUTF8Count(bytes)
    if valid == bytes.count { return (Array(bytes), 0) }
    var output = UTF8Output(capacity: bytes.count + 16)
    var index = 0
    while valid < bytes.count {
        output.append(bytes[index..<valid])
        output.appendReplacement()
        index = valid + utf8Sequence(bytes, at: valid).length
        valid = validUTF8Count(bytes, from: index)
    }
    output.append(bytes[index..<valid])
    return (output.bytes, output.replacements)
}
