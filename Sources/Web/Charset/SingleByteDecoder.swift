/// The single-byte decoder of the Encoding Standard, section 9.1.
func decodeSingleByte(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: CharacterEncoding
) -> (utf8: [UInt8], replacements: Int) {
    var index = endOfASCII(bytes, from: 0)
    if index == bytes.count { return (Array(bytes), 0) }
    let upper = upperHalf(encoding)
    var output = UTF8Output(capacity: bytes.count + bytes.count / 4)
    output.append(bytes[0..<index])
    while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
            let end = endOfASCII(bytes, from: index)
            output.append(bytes[index..<end])
            index = end
            continue
        }
        let scalar = upper[Int(byte & 0x7F)]
        if scalar == 0xFFFD { output.appendReplacement() } else { output.append(scalar) }
        index += 1
    }
    return (output.bytes, output.replacements)
}

/// The code points of bytes 80 to FF, U+FFFD where there is none.
func upperHalf(_ encoding: CharacterEncoding) -> [UInt32] {
    if encoding == .userDefined { return (0..<128).map { 0xF780 + $0 } }
    let scalars = singleByteRow(encoding).unicodeScalars.map(\.value)
    return (0x80..<0x80 + UInt32(128 - scalars.count)) + scalars
}
