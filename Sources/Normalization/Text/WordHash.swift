/// Hashes of lower-cased words: what word tables are asked with. Fixed, unlike `Hasher`, so that order never varies.
struct WordHash: Sendable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    private(set) var isEmpty = true

    /// Adds a byte, an ASCII letter in any case.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        value = (value ^ UInt64(lower)) &* 0x100_0000_01b3
        isEmpty = false
    }

    static func of(_ word: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in word { hash.add(byte) }
        return hash.value
    }

    /// The hash of two words in a row.
    @inline(__always)
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first &* 0x9e37_79b9_7f4a_7c15) ^ second
    }
}
