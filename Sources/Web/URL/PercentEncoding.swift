/// The percent-encode sets of the URL Standard, section 1.3.
enum PercentEncodeSet {
    case control, fragment, query, specialQuery, path, userinfo

    /// Which bytes below 80 are encoded; those above always are.
    fileprivate func contains(_ byte: UInt8) -> Bool {
        if byte <= 0x1F || byte >= 0x7F { return true }
        let set: StaticString =
            switch self {
            case .control: ""
            case .fragment: " \"<>`"
            case .query: " \"#<>"
            case .specialQuery: " \"#<>'"
            case .path: " \"#<>?^`{}"
            case .userinfo: " \"#<>?^`{}/:;=@[\\]|"
            }
        return set.withUTF8Buffer { $0.contains(byte) }
    }
}

func percentEncoded(_ bytes: ArraySlice<UInt8>, _ set: PercentEncodeSet) -> String {
    guard bytes.contains(where: set.contains) else { return String(decoding: bytes, as: UTF8.self) }
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity(bytes.count + bytes.count / 2)
    for byte in bytes {
        if set.contains(byte) {
            encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        } else {
            encoded.append(byte)
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}

/// "Percent-decode" of the URL Standard: what is no valid escape stays as it is.
func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
            let high = hexadecimalValue(bytes[index + 1]), let low = hexadecimalValue(bytes[index + 2])
        {
            decoded.append(high << 4 | low)
            index += 3
        } else {
            decoded.append(bytes[index])
            index += 1
        }
    }
    return decoded
}
