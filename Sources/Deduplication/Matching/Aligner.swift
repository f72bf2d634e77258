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
    typealias Words = UnsafeBufferPointer<Word>

    /// Words that begin a run, two or three; shorter ones are found only beside another run.
    let shingle: Int
    /// The first place of each bucket, and the next place of the same bucket; -1 where there is none.
    private var heads: [Int32] = []
    private var next: [Int32] = []
    private var shift: UInt32 = 0

    /// Places of one shingle that are tried, so that a repeated phrase costs no more.
    private static let trials = 16
    private static let factor: UInt32 = 0x9e37_79b1

    init(shingle: Int) {
        precondition(shingle == 2 || shingle == 3)
        self.shingle = shingle
    }

    /// Indexes the text that others are aligned with.
    mutating func index(_ words: Words) {
        var bits: UInt32 = 6
        while 1 << bits < 2 * words.count { bits += 1 }
        let shift = 32 - bits
        self.shift = shift
        let shingle = shingle
        let buckets = 1 << Int(bits)
        if heads.count < buckets { heads = [Int32](repeating: -1, count: buckets) }
        if next.count < words.count { next = [Int32](repeating: -1, count: buckets) }
        heads.withUnsafeMutableBufferPointer { heads in
            next.withUnsafeMutableBufferPointer { next in
                UnsafeMutableBufferPointer(rebasing: heads[..<buckets]).update(repeating: -1)
                for place in stride(from: words.count - shingle, through: 0, by: -1) {
                    let bucket = Self.bucket(words, place, shingle, shift)
                    next[place] = heads[bucket]
                    heads[bucket] = Int32(truncatingIfNeeded: place)
                }
            }
        }
    }

    /// The runs that `first` shares with the indexed text, in the order of `first`, without overlap there.
    func runs(_ first: Words, in second: Words) -> [CommonRun] {
        var runs: [CommonRun] = []
        runs.reserveCapacity(16)
        var place = 0
        var expected = 0
        heads.withUnsafeBufferPointer { heads in
            next.withUnsafeBufferPointer { next in
                while place + shingle <= first.count {
                    let head = Int(heads[Self.bucket(first, place, shingle, shift)])
                    guard var best = longest(first, second, place, head, next, expected) else {
                        place += 1
                        continue
                    }
                    // Words before the run that did not begin a shingle.
                    let floor = runs.last?.firstEnd ?? 0
                    while best.first > floor, best.second > 0, first[best.first - 1] == second[best.second - 1] {
                        best.first -= 1
                        best.second -= 1
                        best.count += 1
                    }
                    runs.append(best)
                    place = best.firstEnd
                    expected = best.secondEnd
                }
            }
        }
        return runs
    }

    /// The longest run from a place on; of equally long ones that which is nearest to the expected place.
    @inline(__always)
    private func longest(
        _ first: Words, _ second: Words, _ place: Int, _ head: Int, _ next: UnsafeBufferPointer<Int32>, _ expected: Int
    ) -> CommonRun? {
        var best = CommonRun(first: place, second: 0, count: 0)
        var candidate = head
        var trials = 0
        while candidate >= 0, trials < Self.trials {
            let limit = min(first.count - place, second.count - candidate)
            var count = 0
            while count < limit, first[place + count] == second[candidate + count] { count += 1 }
            let isNearer = abs(candidate - expected) < abs(best.second - expected)
            if count > best.count || (count == best.count && isNearer) {
                best.second = candidate
                best.count = count
            }
            candidate = Int(next[candidate])
            trials += 1
        }
        return best.count >= shingle ? best : nil
    }

    @inline(__always)
    private static func bucket(_ words: Words, _ start: Int, _ shingle: Int, _ shift: UInt32) -> Int {
        var hash = (words[start].key >> 2) &* factor
        hash = (hash ^ words[start &+ 1].key >> 2) &* factor
        if shingle == 3 { hash = (hash ^ words[start &+ 2].key >> 2) &* factor }
        return Int(hash &>> shift)
    }
}
