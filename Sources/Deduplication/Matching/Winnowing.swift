/// Samples shingles so that texts with a run of words in common share a sample, wherever the run stands in each
/// (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003).
struct Winnowing {
    /// Which shingles are sampled.
    struct Scheme {
        /// Words in a shingle.
        var shingle: Int
        /// Else the least of every eight: every run of `shingle + 7` common words shares a fingerprint, and two in nine are kept.
        var samplesAll: Bool

        static let articles = Scheme(shingle: 4, samplesAll: false)
        static let quotes = Scheme(shingle: 3, samplesAll: true)
    }

    private let scheme: Scheme
    /// The fingerprints of the last text, in its order. A text shorter than a shingle has one of its own.
    private(set) var found: [UInt32] = []

    init(_ scheme: Scheme) { self.scheme = scheme }

    mutating func sample(_ words: [Word]) { words.withUnsafeBufferPointer { sample($0) } }

    mutating func sample(_ words: UnsafeBufferPointer<Word>) {
        found.removeAll(keepingCapacity: true)
        let count = words.count - scheme.shingle + 1
        guard count > 0 else {
            if !words.isEmpty { found.append(UInt32(truncatingIfNeeded: words.hash)) }
            return
        }
        let scheme = scheme
        found.append(addingCapacity: count) { found in
            found.withUnsafeMutableBufferPointer { found, filled in
                filled =
                    scheme.samplesAll
                    ? Self.sample(words, scheme.shingle, first: 0, into: found) { $0 }
                    : Self.sampleWindows(words, scheme.shingle, into: found)
            }
        }
    }

    private static func sampleWindows(
        _ words: UnsafeBufferPointer<Word>, _ length: Int, into found: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        var window = WindowMinimum()
        // A text of fewer shingles is one window.
        let first = min(WindowMinimum.width, words.count - length + 1) - 1
        return sample(words, length, first: first, into: found) { window.add($0) }
    }

    /// Puts each shingle through `choose` and takes what that gives from the shingle `first` on, once where it gives the same
    /// several times. Returns how many were taken.
    ///
    /// A shingle is a rolling hash by multiplication (Karp and Rabin 1987), its bits mixed so that any of them can be compared,
    /// above the complement of its place: of equal hashes the last one is the least.
    @inline(__always)
    private static func sample(
        _ words: UnsafeBufferPointer<Word>, _ length: Int, first: Int, into found: UnsafeMutableBufferPointer<UInt32>,
        _ choose: (UInt64) -> UInt64
    ) -> Int {
        var power: UInt64 = 1
        var rolling: UInt64 = 0
        for index in 0..<length - 1 {
            rolling = rolling &* base &+ UInt64(words[index].key)
            power = power &* base
        }
        var leaving: UInt64 = 0
        var filled = 0
        var last = UInt64.max
        for place in 0..<words.count - length + 1 {
            rolling = (rolling &- leaving) &* base &+ UInt64(words[place + length - 1].key)
            leaving = UInt64(words[place].key) &* power
            let chosen = choose(
                ((rolling ^ rolling &>> 29) &* 0xbf58_476d) &<< 32 | UInt64(~UInt32(truncatingIfNeeded: place)))
            // Every place is written to and only those that count stay, since which do no processor can foresee.
            found[filled] = UInt32(truncatingIfNeeded: chosen &>> 32)
            filled &+= chosen != last && place >= first ? 1 : 0
            last = place >= first ? chosen : last
        }
        return filled
    }

    private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15
}

/// The least of the last eight numbers of a sequence, by those of the last two and four: without a branch.
private struct WindowMinimum {
    static let width = 8

    private var last = UInt64.max
    private var pairs = (UInt64.max, UInt64.max)
    private var fours = (UInt64.max, UInt64.max, UInt64.max, UInt64.max)

    @inline(__always)
    mutating func add(_ number: UInt64) -> UInt64 {
        let pair = min(last, number)
        let four = min(pairs.0, pair)
        let eight = min(fours.0, four)
        last = number
        pairs = (pairs.1, pair)
        fours = (fours.1, fours.2, fours.3, four)
        return eight
    }
}
