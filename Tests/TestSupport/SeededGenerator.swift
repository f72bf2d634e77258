/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers on every machine.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}

extension SeededGenerator {
    /// Text with what breaks codecs: quotation marks, controls, line separators, emoji, right-to-left, combining marks.
    public mutating func text(upTo count: Int) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "b", " ", "\"", "\\", "/", "\n", "\t", "\r", "\u{1}", "\u{1f}", "\u{7f}", "é", "\u{301}", "ß", "“",
            "”",
            "\u{2028}", "\u{2029}", "\u{fffd}", "ﬁ", "א", "ب", "中", "𝒳", "😀", "\u{1f1fa}", "\u{200d}", "\u{feff}",
        ]
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...count, using: &self) {
            view.append(scalars[Int.random(in: 0..<scalars.count, using: &self)])
        }
        return String(view)
    }
}
