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
    /// For each shingle its hash above the complement of its place: the least of a window is its last least hash.
    private var shingles: [UInt64] = []
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
        if shingles.count < words.count { shingles = [UInt64](repeating: 0, count: 2 * words.count) }
        let count = words.count - scheme.shingle + 1
        let window = min(scheme.window, count)
        let length = scheme.shingle
        shingles.withUnsafeMutableBufferPointer { shingles in
            Self.shingle(words, length, into: shingles)
            Self.leastOfWindows(UnsafeMutableBufferPointer(rebasing: shingles[..<count]), window)
            found.append(addingCapacity: count) { $0.withUnsafeMutableBufferPointer { found, filled in
                // Every place is written to and only those that count stay, since which do no processor can foresee.
                var last = UInt64.max
                for start in 0...count - window {
                    found[filled] = UInt32(truncatingIfNeeded: shingles[start] >> 32)
                    filled += shingles[start] != last ? 1 : 0
                    last = shingles[start]
                }
            } }
        }
    }

    /// Puts in the place of each shingle the least of those from there on, by windows of twice, then twice as many.
    private static func leastOfWindows(_ shingles: UnsafeMutableBufferPointer<UInt64>, _ window: Int) {
        var reach = 1
        while reach < window {
            let step = min(reach, window - reach)
            for start in 0..<shingles.count - reach - step + 1 {
                shingles[start] = min(shingles[start], shingles[start + step])
            }
            reach += step
        }
    }

    /// A rolling hash by multiplication (Karp and Rabin 1987), its bits mixed so that any of them can be compared.
    private static func shingle(
        _ words: UnsafeBufferPointer<Word>, _ length: Int, into shingles: UnsafeMutableBufferPointer<UInt64>
    ) {
        var power: UInt64 = 1
        var rolling: UInt64 = 0
        for index in 0..<length {
            rolling = rolling &* base &+ UInt64(words[index].key)
            power = power &* base
        }
        shingles[0] = finished(rolling, 0)
        for index in length..<words.count {
            rolling = rolling &* base &+ UInt64(words[index].key) &- UInt64(words[index - length].key) &* power
            shingles[index - length + 1] = finished(rolling, index - length + 1)
        }
    }

    private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

    @inline(__always)
    private static func finished(_ rolling: UInt64, _ place: Int) -> UInt64 {
        ((rolling ^ rolling &>> 29) &* 0xbf58_476d) &<< 32 | UInt64(~UInt32(truncatingIfNeeded: place))
    }
}
