/// Which shingles of three words a text has, as a bit for each hash: tells most pairs that have too little in common without
/// aligning them.
struct ShingleSketch {
    private static let shift: UInt32 = 32 - 13
    private var bits = [UInt64](repeating: 0, count: 1 << 13 / 64)

    /// Takes another text in place of the last.
    mutating func take(_ words: UnsafeBufferPointer<Word>) {
        bits.withUnsafeMutableBufferPointer { bits in
            bits.update(repeating: 0)
            Self.each(words) { bits[Int($0 >> 6)] |= 1 &<< UInt64($0 & 63) }
        }
    }

    /// At most how many of another text's words, about, stand in runs of words that both have: a run that counts is mostly
    /// twice as long as the number of its shingles, or less.
    func mostShared(_ words: UnsafeBufferPointer<Word>) -> Int {
        var found: UInt64 = 0
        bits.withUnsafeBufferPointer { bits in
            Self.each(words) { found += bits[Int($0 >> 6)] &>> UInt64($0 & 63) & 1 }
        }
        return 2 * Int(found)
    }

    @inline(__always)
    private static func each(_ words: UnsafeBufferPointer<Word>, _ body: (UInt32) -> Void) {
        guard words.count >= 3 else { return }
        for index in 2..<words.count {
            let (one, two, three) = (words[index - 2].key, words[index - 1].key, words[index].key)
            body((one &* 0x9e37_79b1 &+ two &* 0x85eb_ca6b &+ three &* 0xc2b2_ae35) &>> shift)
        }
    }
}
