/// Samples shingles so that texts with a run of words in common share a sample, wherever the run stands in each
/// (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003).
struct Winnowing {
    /// Which shingles are sampled.
    struct Scheme {
        /// Words in a shingle.
        var shingle: Int
        /// Every run of `window + shingle - 1` common words shares a fingerprint; one in `(window + 1) / 2` is kept.
        var window: Int

        static let articles = Scheme(shingle: 4, window: 8)
        static let quotes = Scheme(shingle: 3, window: 1)
    }

    private let scheme: Scheme
    private var hashes: [UInt32] = []
    /// The fingerprints of the last text, in its order. A text shorter than a shingle has one of its own.
    private(set) var found: [UInt32] = []

    init(_ scheme: Scheme) { self.scheme = scheme }

    mutating func sample(_ words: [Word]) {
        words.withUnsafeBufferPointer { sample($0[0..<$0.count]) }
    }

    mutating func sample(_ words: Slice<UnsafeBufferPointer<Word>>) {
        found.removeAll(keepingCapacity: true)
        guard words.count >= scheme.shingle else {
            if !words.isEmpty { found.append(UInt32(truncatingIfNeeded: words.hash)) }
            return
        }
        shingle(words)
        let count = hashes.count
        let window = min(scheme.window, count)
        hashes.withUnsafeBufferPointer { hashes in
            var least = -1
            for end in window - 1..<count {
                let start = end - window + 1
                if least < start {
                    least = start
                    for other in start...end where hashes[other] <= hashes[least] { least = other }
                } else if hashes[end] <= hashes[least] {
                    least = end
                } else {
                    continue
                }
                found.append(hashes[least])
            }
        }
    }

    /// A rolling hash by multiplication (Karp and Rabin 1987), its bits mixed so that any of them can be compared.
    private mutating func shingle(_ words: Slice<UnsafeBufferPointer<Word>>) {
        hashes.removeAll(keepingCapacity: true)
        hashes.reserveCapacity(words.count)
        let first = words.startIndex
        var power: UInt64 = 1
        var rolling: UInt64 = 0
        for index in first..<first + scheme.shingle {
            rolling = rolling &* Self.base &+ UInt64(words[index].key)
            if index > first { power = power &* Self.base }
        }
        hashes.append(Self.finished(rolling))
        for index in first + scheme.shingle..<words.endIndex {
            rolling =
                (rolling &- UInt64(words[index - scheme.shingle].key) &* power) &* Self.base
                &+ UInt64(words[index].key)
            hashes.append(Self.finished(rolling))
        }
    }

    private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

    @inline(__always)
    private static func finished(_ rolling: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: (rolling ^ rolling >> 29) &* 0xbf58_476d_1ce4_e5b9 >> 32)
    }
}
