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

/// A fixed map from hashed words to sets of bits.
struct WordTable: Sendable {
    private let keys: [UInt64]
    private let bits: [UInt32]
    private let mask: Int

    /// - Parameter rows: for each bit, the words that set it, parted by spaces; `two_words` are asked as a pair.
    init(_ rows: [(bit: UInt32, words: String)]) {
        var entries: [UInt64: UInt32] = [:]
        for row in rows {
            for word in row.words.utf8.split(separator: UInt8(ascii: " ")) {
                let parts = word.split(separator: UInt8(ascii: "_")).map { WordHash.of($0) }
                let key = parts.count == 2 ? WordHash.pair(parts[0], parts[1]) : parts[0]
                entries[key, default: 0] |= row.bit
            }
        }
        var size = 64
        while size < entries.count * 4 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var bits = [UInt32](repeating: 0, count: size)
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            var slot = Int(truncatingIfNeeded: key >> 20) & (size - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            bits[slot] = value
        }
        self.keys = keys
        self.bits = bits
        mask = size - 1
    }

    @inline(__always)
    subscript(hash: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash { return bits[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }
}
