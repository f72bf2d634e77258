/// Case and diacritics folded away, so that "Zelenský", "ZELENSKY" and "Zelensky" are one key.
///
/// Latin letters become their base letters by a table of our own; Greek and Cyrillic capitals become small; all else
/// stays. Unlike Unicode's case folding this needs no normalisation and is stable across library versions.
public enum Folding {
    /// U+00C0 to U+017F.
    private static let latin = letters(
        """
        a a a a a a ae c e e e e i i i i
        d n o o o o o x o u u u u y th ss
        a a a a a a ae c e e e e i i i i
        d n o o o o o - o u u u u y th y
        a a a a a a c c c c c c c c d d
        d d e e e e e e e e e e g g g g
        g g g g h h h h i i i i i i i i
        i i ij ij j j k k k l l l l l l l
        l l l n n n n n n n n n o o o o
        o o oe oe r r r r r r s s s s s s
        s s t t t t t t u u u u u u u u
        u u u u w w y y y z z z z z z s
        """)

    /// U+1E00 to U+1EFF.
    private static let latinAdditional = letters(
        """
        a a b b b b b b c c d d d d d d
        d d d d e e e e e e e e e e f f
        g g h h h h h h h h h h i i i i
        k k k k k k l l l l l l l l m m
        m m m m n n n n n n n n o o o o
        o o o o p p p p r r r r r r r r
        s s s s s s s s s s t t t t t t
        t t u u u u u u u u u u v v v v
        w w w w w w w w w w x x x x y y
        z z z z z z h t w y ẚ s ẜ ẝ ss ẟ
        a a a a a a a a a a a a a a a a
        a a a a a a a a e e e e e e e e
        e e e e e e e e i i i i o o o o
        o o o o o o o o o o o o o o o o
        o o o o u u u u u u u u u u u u
        u u y y y y y y y y ỻ ỻ ỽ ỽ ỿ ỿ
        """)

    private static func letters(_ table: StaticString) -> [[UInt8]] {
        "\(table)".utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Array.init)
    }

    /// Hands the folded bytes of one scalar to `emit`; combining marks and invisible scalars give none.
    @inline(__always)
    static func fold(_ scalar: UInt32, _ emit: (UInt8) -> Void) {
        if scalar < 0x80 {
            emit(UInt8(scalar) | (0x41...0x5a ~= scalar ? 0x20 : 0))
        } else {
            foldBeyondASCII(scalar, emit)
        }
    }

    private static func foldBeyondASCII(_ scalar: UInt32, _ emit: (UInt8) -> Void) {
        switch scalar {
        case 0xc0...0x17f: latin[Int(scalar - 0xc0)].forEach(emit)
        case 0x1e00...0x1eff: latinAdditional[Int(scalar - 0x1e00)].forEach(emit)
        case 0x218, 0x219: emit(UInt8(ascii: "s"))
        case 0x21a, 0x21b: emit(UInt8(ascii: "t"))
        case 0x300...0x36f: break
        case 0x2018, 0x2019, 0x02bc: emit(UInt8(ascii: "'"))
        case 0x2010, 0x2011: emit(UInt8(ascii: "-"))
        case 0x391...0x3a9, 0x410...0x42f: encode(scalar + 0x20, emit)
        case 0x400...0x40f: encode(scalar + 0x50, emit)
        case _ where Scalars.isInvisible(scalar): break
        default: encode(scalar, emit)
        }
    }

    private static func encode(_ scalar: UInt32, _ emit: (UInt8) -> Void) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        UTF8.encode(scalar)?.forEach(emit)
    }

    /// The folded form of UTF-8 text.
    public static func fold(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let (scalar, next) = Scalars.decode(text, at: index)
            fold(scalar) { folded.append($0) }
            index = next
        }
        return folded
    }

    /// Folded words joined by hyphens: "Sinéad O’Brien" becomes `sinead-obrien`, "U.S." `us`.
    public static func key(_ name: String) -> String {
        var name = name
        let folded = name.withUTF8 { fold($0) }
        var key: [UInt8] = []
        var pending = false
        for byte in folded {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                if pending, !key.isEmpty { key.append(UInt8(ascii: "-")) }
                pending = false
                key.append(byte)
            case UInt8(ascii: "'"), UInt8(ascii: "."): break
            default: pending = true
            }
        }
        return String(decoding: key, as: UTF8.self)
    }
}
