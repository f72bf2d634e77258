/// Which shingles of three words a text has, as a count for each of some hashes: tells most pairs that have too little in
/// common without aligning them. The text mostly has many others beside it, so that of each only its own words are looked
/// through.
struct ShingleSketch {
    private static let shift: UInt32 = 32 - 13
    private var counts = [UInt16](repeating: 0, count: 1 << 13)
    /// The hashes that have a count.
    private var hashes: [UInt16] = []
    /// The hashes that another text was found to have too, with their counts.
    private var found: [(hash: UInt16, count: UInt16)] = []

    /// Takes another text in place of the last.
    mutating func take(_ words: UnsafeBufferPointer<Word>) {
        counts.withUnsafeMutableBufferPointer { counts in
            for hash in hashes { counts[Int(hash)] = 0 }
            hashes.removeAll(keepingCapacity: true)
            hashes.append(addingCapacity: words.count) { hashes in
                hashes.withUnsafeMutableBufferPointer { hashes, filled in
                    Self.each(words) { hash in
                        counts[hash] &+= counts[hash] < .max ? 1 : 0
                        hashes[filled] = UInt16(truncatingIfNeeded: hash)
                        filled &+= 1
                        return true
                    }
                }
            }
        }
    }

    /// Whether a shorter text may have so many words in runs that both have: a run that counts is mostly twice as long as the
    /// number of its shingles, or less.
    func mayShare(_ least: Int, withShorter words: UnsafeBufferPointer<Word>) -> Bool {
        var rest = least
        counts.withUnsafeBufferPointer { counts in
            Self.each(words) { hash in
                rest -= counts[hash] > 0 ? 2 : 0
                return rest > 0
            }
        }
        return rest <= 0
    }

    /// The same where the text that was taken is the shorter.
    mutating func mayShare(_ least: Int, withLonger words: UnsafeBufferPointer<Word>) -> Bool {
        var rest = least
        counts.withUnsafeMutableBufferPointer { counts in
            // What is found is taken out, so that it counts once, and put back.
            Self.each(words) { hash in
                guard counts[hash] > 0 else { return true }
                rest -= 2 * Int(counts[hash])
                found.append((UInt16(truncatingIfNeeded: hash), counts[hash]))
                counts[hash] = 0
                return rest > 0
            }
            for (hash, count) in found { counts[Int(hash)] = count }
        }
        found.removeAll(keepingCapacity: true)
        return rest <= 0
    }

    /// The hash of each shingle, as long as `body` wants more.
    @inline(__always)
    private static func each(_ words: UnsafeBufferPointer<Word>, _ body: (Int) -> Bool) {
        guard words.count >= 3 else { return }
        var (one, two) = (words[0].key, words[1].key)
        for index in 2..<words.count {
            let three = words[index].key
            guard body(Int((one &* 0x9e37_79b1 &+ two &* 0x85eb_ca6b &+ three &* 0xc2b2_ae35) &>> shift)) else {
                return
            }
            (one, two) = (two, three)
        }
    }
}
