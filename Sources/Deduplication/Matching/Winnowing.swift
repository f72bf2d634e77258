/// Samples shingles so that texts with a run of words in common share a sample, wherever the run stands in each
/// (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003).
struct Winnowing {
    /// Words in a shingle.
    let shingle: Int
    /// Every run of `window + shingle - 1` common words shares a fingerprint; one in `(window + 1) / 2` is kept.
    let window: Int

    static let articles = Winnowing(shingle: 4, window: 8)
    static let quotes = Winnowing(shingle: 3, window: 1)

    /// The fingerprints of a text in ascending order, each once. A text shorter than a shingle has one of its own.
    func fingerprints(_ words: Slice<UnsafeBufferPointer<Word>>) -> [UInt32] {
        let count = words.count - shingle + 1
        guard count > 0 else { return words.isEmpty ? [] : [UInt32(truncatingIfNeeded: words.hash)] }
        var kept: [UInt32] = []
        kept.reserveCapacity(count / 3)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: window) { ring in
            var least = 0
            for index in 0..<count {
                let hash = fingerprint(words, words.startIndex + index)
                ring[index % window] = hash
                if index == 0 || hash <= ring[least % window] {
                    least = index
                } else if least + window <= index {
                    least = index - window + 1
                    for other in least...index where ring[other % window] <= ring[least % window] { least = other }
                } else {
                    // The least of a full window is kept when it first becomes that.
                    if index == window - 1 { kept.append(ring[least % window]) }
                    continue
                }
                if index >= window - 1 { kept.append(ring[least % window]) }
            }
            if count < window { kept.append(ring[least]) }
        }
        kept.sort()
        var last: UInt32?
        kept.removeAll { hash in
            defer { last = hash }
            return hash == last
        }
        return kept
    }

    @inline(__always)
    private func fingerprint(_ words: Slice<UnsafeBufferPointer<Word>>, _ start: Int) -> UInt32 {
        var hash: UInt64 = 0
        for index in start..<start + shingle {
            hash = (hash ^ UInt64(words[index].key)) &* 0x9e37_79b9_7f4a_7c15
            hash ^= hash >> 29
        }
        return UInt32(truncatingIfNeeded: hash >> 32)
    }
}
