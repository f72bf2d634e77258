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
                    }
                }
            }
        }
    }

    /// At most how many of a shorter text's words, about, stand in runs of words that both have: a run that counts is
    /// mostly twice as long as the number of its shingles, or less.
    func mostShared(ofShorter words: UnsafeBufferPointer<Word>) -> Int {
        var found = 0
        counts.withUnsafeBufferPointer { counts in
            Self.each(words) { found &+= counts[$0] > 0 ? 1 : 0 }
        }
        return 2 * found
    }

    /// The same where the text that was taken is the shorter.
    mutating func mostShared(withLonger words: UnsafeBufferPointer<Word>) -> Int {
        var shared = 0
        counts.withUnsafeMutableBufferPointer { counts in
            // What is found is taken out, so that it counts once, and put back.
            Self.each(words) { hash in
                guard counts[hash] > 0 else { return }
                shared += Int(counts[hash])
                found.append((UInt16(truncatingIfNeeded: hash), counts[hash]))
                counts[hash] = 0
            }
            for (hash, count) in found { counts[Int(hash)] = count }
        }
        found.removeAll(keepingCapacity: true)
        return 2 * shared
    }

    @inline(__always)
    private static func each(_ words: UnsafeBufferPointer<Word>, _ body: (Int) -> Void) {
        guard words.count >= 3 else { return }
        var (one, two) = (words[0].key, words[1].key)
        for index in 2..<words.count {
            let three = words[index].key
            body(Int((one &* 0x9e37_79b1 &+ two &* 0x85eb_ca6b &+ three &* 0xc2b2_ae35) &>> shift))
            (one, two) = (two, three)
        }
    }
}
