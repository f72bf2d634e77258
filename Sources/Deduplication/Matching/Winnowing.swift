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

    mutating func sample(_ words: [Word]) { words.withUnsafeBufferPointer { sample($0) } }

    mutating func sample(_ words: UnsafeBufferPointer<Word>) {
        found.removeAll(keepingCapacity: true)
        guard words.count >= scheme.shingle else {
            if !words.isEmpty { found.append(UInt32(truncatingIfNeeded: words.hash)) }
            return
        }
        if hashes.count < words.count { hashes = [UInt32](repeating: 0, count: 2 * words.count) }
        let count = words.count - scheme.shingle + 1
        let window = min(scheme.window, count)
        let scheme = scheme
        hashes.withUnsafeMutableBufferPointer { hashes in
            Self.shingle(words, scheme.shingle, into: hashes)
            found.append(addingCapacity: count) { found in
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
    }

    /// A rolling hash by multiplication (Karp and Rabin 1987), its bits mixed so that any of them can be compared.
    private static func shingle(
        _ words: UnsafeBufferPointer<Word>, _ length: Int, into hashes: UnsafeMutableBufferPointer<UInt32>
    ) {
        var power: UInt64 = 1
        var rolling: UInt64 = 0
        for index in 0..<length {
            rolling = rolling &* base &+ UInt64(words[index].key)
            power = power &* base
        }
        hashes[0] = finished(rolling)
        for index in length..<words.count {
            rolling = rolling &* base &+ UInt64(words[index].key) &- UInt64(words[index - length].key) &* power
            hashes[index - length + 1] = finished(rolling)
        }
    }

    private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

    @inline(__always)
    private static func finished(_ rolling: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: (rolling ^ rolling >> 29) &* 0xbf58_476d_1ce4_e5b9 >> 32)
    }
}
