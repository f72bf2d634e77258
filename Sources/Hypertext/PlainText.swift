/// Text of others made harmless for a page or a terminal: white space becomes a space, other controls become U+FFFD, and
/// marks that turn the direction of writing (Unicode Standard Annex 9) go, so that none can hide or forge what is shown.
public func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 9, 10, 13, 0x2028, 0x2029: result.append(" ")
        case 0..<0x20, 0x7f..<0xa0: result.append("\u{fffd}")
        case _ where turnsDirection(scalar): continue
        default: result.append(scalar)
        }
    }
    return String(result)
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || 0x7f..<0xa0 ~= scalar.value || scalar.value == 0x2028 || scalar.value == 0x2029
        || turnsDirection(scalar)
}

private func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
}

/// At most `limit` scalars; what is longer ends with an ellipsis, at a word's end where one is near.
public func shortened(_ text: String, to limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
        end != scalars.endIndex
    else { return text }
    var kept = Array(scalars[..<end].dropLast())
    if let space = kept.lastIndex(of: " "), space > kept.count * 3 / 4 { kept.removeSubrange(space...) }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: kept)
    result.append("…")
    return String(result)
}

/// Plain text for an element's content or a quoted attribute.
func escaped(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    let safe = plain(text)
    result.reserveCapacity(safe.utf8.count)
    for byte in safe.utf8 {
        switch byte {
        case UInt8(ascii: "&"): result += Array("&amp;".utf8)
        case UInt8(ascii: "<"): result += Array("&lt;".utf8)
        case UInt8(ascii: ">"): result += Array("&gt;".utf8)
        case UInt8(ascii: "\""): result += Array("&quot;".utf8)
        case UInt8(ascii: "'"): result += Array("&#39;".utf8)
        default: result.append(byte)
        }
    }
    return result
}
