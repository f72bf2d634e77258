/// A fixed map from hashed words to sets of bits.
///
/// Its slots are never freed: tables are constants of the program, and counting references to them cost more than asking them.
struct WordTable: @unchecked Sendable {
    private let slots: UnsafePointer<Slot>
    private let mask: Int

    private struct Slot {
        var key: UInt64 = 0
        var bits: UInt32 = 0
    }

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
        self.init(entries)
    }

    fileprivate init(_ entries: [UInt64: UInt32]) {
        var size = 64
        while size < entries.count * 4 { size *= 2 }
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        slots.initialize(repeating: Slot(), count: size)
        for (key, bits) in entries {
            var place = Self.slot(key) & (size - 1)
            while slots[place].key != 0 { place = (place + 1) & (size - 1) }
            slots[place] = Slot(key: key, bits: bits)
        }
        self.slots = UnsafePointer(slots)
        mask = size - 1
    }

    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) }

    @inline(__always)
    subscript(hash: UInt64) -> UInt32 {
        var place = Self.slot(hash) & mask
        while slots[place].key != 0 {
            if slots[place].key == hash { return slots[place].bits }
            place = (place + 1) & mask
        }
        return 0
    }
}

/// A fixed set of hashed words.
struct WordSet: Sendable {
    private let table: WordTable

    init(_ hashes: some Sequence<UInt64>) {
        table = WordTable(Dictionary(hashes.map { ($0, 1) }, uniquingKeysWith: { $1 }))
    }

    /// - Parameter words: parted by spaces.
    init(words: String) {
        self.init(words.utf8.split(separator: UInt8(ascii: " ")).map { WordHash.of($0) })
    }

    @inline(__always)
    func contains(_ hash: UInt64) -> Bool { table[hash] != 0 }
}
