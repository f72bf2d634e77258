extension [UInt8] {
    /// Appends UTF-8 text with white space collapsed to single spaces (also across calls), and without control
    /// characters, soft hyphens and zero-width spaces. U+0080 to U+009F, which pages write for windows-1252 characters,
    /// become those (HTML Living Standard, section 13.2.5.80).
    public mutating func appendCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte > 0x20, byte < 0x7f || byte > 0xc2 && byte != 0xe2 && byte != 0xef {
                index += 1
                continue
            }
            let character = CollapsedCharacter(bytes, at: index)
            if character.isPlain {
                index += character.length
                continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<index]))
            if character.isSpace {
                if last != UInt8(ascii: " ") { append(UInt8(ascii: " ")) }
            } else if let scalar = character.replacement {
                append(contentsOf: String(scalar).utf8)
            }
            index += character.length
            plain = index
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain...]))
    }
}

struct CollapsedCharacter {
    var length = 1
    var isPlain = false
    var isSpace = false
    var replacement: Unicode.Scalar?

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let byte = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch byte {
        case 0x20, 0x09, 0x0a, 0x0c, 0x0d: isSpace = true
        case 0..<0x20, 0x7f: break
        case 0xc2:
            length = 2
            switch next {
            case 0xa0: isSpace = true
            case 0xad: break
            case 0x80..<0xa0: replacement = Self.windows1252[Int(next) - 0x80]
            default: isPlain = true
            }
        case 0xe2 where next == 0x80 && third == 0x8b, 0xe2 where next == 0x81 && third == 0xa0,
            0xef where next == 0xbb && third == 0xbf:
            length = 3
        case 0xe2 where next == 0x80 && (third == 0xa8 || third == 0xa9):
            length = 3
            isSpace = true
        default: isPlain = true
        }
        length = min(length, bytes.count - index)
    }

    /// The windows-1252 index of the Encoding Standard for bytes 0x80 to 0x9f.
    static let windows1252: [Unicode.Scalar?] = [
        "\u{20ac}", nil, "\u{201a}", "\u{192}", "\u{201e}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2c6}", "\u{2030}",
        "\u{160}", "\u{2039}", "\u{152}", nil, "\u{17d}", nil, nil, "\u{2018}", "\u{2019}", "\u{201c}", "\u{201d}",
        "\u{2022}", "\u{2013}", "\u{2014}", "\u{2dc}", "\u{2122}", "\u{161}", "\u{203a}", "\u{153}", nil, "\u{17e}",
        "\u{178}",
    ]
}
