/// Unicode scalars read from well-formed UTF-8, and the classes of them that news text is made of.
enum Scalars {
    /// The scalar that begins at `index` and the index behind it. Stray bytes read as U+FFFD, one at a time.
    @inline(__always)
    static func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, next: Int) {
        let lead = text[index]
        if lead < 0x80 { return (UInt32(lead), index + 1) }
        let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
        guard length > 1, index + length <= text.count else { return (0xfffd, index + 1) }
        var scalar = UInt32(lead) & (length == 2 ? 0x1f : length == 3 ? 0x0f : 0x07)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3f) }
        return (scalar, index + length)
    }

    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
        default: false
        }
    }

    static func isLineBreak(_ scalar: UInt32) -> Bool {
        scalar == 0x0a || scalar == 0x0d || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
    }

    /// Marks without width that may stand inside a word: soft hyphen, joiners, byte order mark.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        scalar == 0xad || (0x200b...0x200f).contains(scalar) || scalar == 0x2060 || scalar == 0xfeff
    }

    /// A letter or a combining mark, told by block: whatever is no known punctuation, symbol or space.
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5a, 0x61...0x7a, 0xaa, 0xb5, 0xba: true
        case 0..<0xc0, 0xd7, 0xf7: false
        case 0x2000...0x206f, 0x20a0...0x20cf, 0x2100...0x2bff, 0x2e00...0x2e7f, 0x3000...0x303f: false
        case 0xfe10...0xfe6f, 0xff00...0xff0f, 0xff1a...0xff20, 0xff3b...0xff40, 0xff5b...0xff65: false
        case 0xe000...0xf8ff, 0xfff0...0xffff, 0x1f000...0x1faff, 0xe0000...0x10ffff: false
        default: true
        }
    }

    /// True for capitals of the Latin, Greek and Cyrillic scripts.
    static func isUpper(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5a, 0xc0...0xd6, 0xd8...0xde, 0x391...0x3a9, 0x400...0x42f: true
        case 0x100...0x137, 0x14a...0x177, 0x1e00...0x1e95, 0x1ea0...0x1eff, 0x218...0x21b, 0x460...0x481:
            scalar & 1 == 0
        case 0x139...0x148, 0x179...0x17e: scalar & 1 == 1
        case 0x178: true
        default: false
        }
    }
}
