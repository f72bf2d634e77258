/// What a scalar beyond ASCII is to the comparison of words.
enum FoldedScalar {
    /// ASCII that stands for it, lower case.
    case ascii(UInt8)
    /// A letter or digit of its own.
    case letter(Unicode.Scalar)
    /// A word by itself, as in scripts without spaces.
    case ideograph(Unicode.Scalar)
    case apostrophe
    /// Not there, such as a soft hyphen or a combining accent.
    case nothing
    case separator

    /// Latin letters U+00C0 to U+017F without their accents; others stand for themselves.
    private static let latin = Array(
        """
        aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀ\
        ŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.unicodeScalars)

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201b, 0x02bc, 0x2032: self = .apostrophe
        case 0xad, 0x0300...0x036f, 0x200b...0x200f, 0x2060, 0xfe00...0xfe0f, 0xfeff: self = .nothing
        case 0xc0...0x17f:
            let folded = Self.latin[Int(scalar.value) - 0xc0]
            switch folded.value {
            case 0xd7, 0xf7: self = .separator
            case 0..<0x80: self = .ascii(UInt8(folded.value))
            default: self = .letter(folded)
            }
        case 0xff10...0xff19, 0xff41...0xff5a: self = .ascii(UInt8(scalar.value - 0xfee0))
        case 0xff21...0xff3a: self = .ascii(UInt8(scalar.value - 0xfee0 + 0x20))
        case 0x3040...0x30ff, 0x3400...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff: self = .ideograph(scalar)
        case 0x2000...0x206f, 0x3000...0x303f: self = .separator
        default:
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                self = .separator
                return
            }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            self = .letter(lower.first ?? scalar)
        }
    }
}
