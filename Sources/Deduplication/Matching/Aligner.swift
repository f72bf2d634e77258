/// A run of words that two texts have in common.
struct CommonRun: Equatable, Sendable {
    var first: Int
    var second: Int
    var count: Int

    var firstEnd: Int { first + count }
    var secondEnd: Int { second + count }
}

/// Finds the runs of words that one text has in common with another, in any order: greedy string tiling from left to
/// right over an index of the second text's shingles. Linear in both lengths.
struct Aligner {
    /// Words that begin a run; shorter ones are found only beside another run.
    let shingle: Int
    private var heads: [Int32] = []
    private var next: [Int32] = []
    private var mask: UInt64 = 0

    /// Places of one shingle that are tried, so that a repeated phrase costs no more.
    private static let trials = 16

    init(shingle: Int) {
        self.shingle = shingle
    }

    /// Indexes the text that others are aligned with.
    mutating func index(_ words: Slice<UnsafeBufferPointer<Word>>) {
        var size = 16
        while size < 2 * words.count { size *= 2 }
        mask = UInt64(size - 1)
        heads.removeAll(keepingCapacity: true)
        heads.append(contentsOf: repeatElement(-1, count: size))
        next.removeAll(keepingCapacity: true)
        next.append(contentsOf: repeatElement(-1, count: words.count))
        guard words.count >= shingle else { return }
        for place in stride(from: words.count - shingle, through: 0, by: -1) {
            let bucket = bucket(words, words.startIndex + place)
            next[place] = heads[bucket]
            heads[bucket] = Int32(place)
        }
    }

    /// The runs that `first` shares with the indexed text, in the order of `first`, without overlap there.
    /// Positions count from the beginning of each text.
    func runs(
        _ first: Slice<UnsafeBufferPointer<Word>>, in second: Slice<UnsafeBufferPointer<Word>>
    ) -> [CommonRun] {
        var runs: [CommonRun] = []
        let (a, b) = (first.startIndex, second.startIndex)
        var place = 0
        var expected = 0
        while place + shingle <= first.count {
            var best = CommonRun(first: place, second: 0, count: 0)
            var candidate = Int(heads[bucket(first, a + place)])
            var trials = 0
            while candidate >= 0, trials < Self.trials {
                let limit = min(first.count - place, second.count - candidate)
                var count = 0
                while count < limit, first[a + place + count] == second[b + candidate + count] { count += 1 }
                let isNearer = abs(candidate - expected) < abs(best.second - expected)
                if count > best.count || (count == best.count && isNearer) {
                    best.second = candidate
                    best.count = count
                }
                candidate = Int(next[candidate])
                trials += 1
            }
            guard best.count >= shingle else {
                place += 1
                continue
            }
            // Words before the run that did not begin a shingle.
            let floor = runs.last?.firstEnd ?? 0
            while best.first > floor, best.second > 0, first[a + best.first - 1] == second[b + best.second - 1] {
                best.first -= 1
                best.second -= 1
                best.count += 1
            }
            runs.append(best)
            place = best.firstEnd
            expected = best.secondEnd
        }
        return runs
    }

    @inline(__always)
    private func bucket(_ words: Slice<UnsafeBufferPointer<Word>>, _ start: Int) -> Int {
        var hash: UInt64 = 0
        for index in start..<start + shingle { hash = (hash ^ UInt64(words[index].key)) &* 0x9e37_79b9_7f4a_7c15 }
        return Int(hash >> 32 & mask)
    }
}
