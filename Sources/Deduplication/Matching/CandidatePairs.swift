/// Finds pairs of texts that share fingerprints, without ever comparing all with all.
struct CandidatePairs: ~Copyable {
    /// Texts with a fingerprint that are paired with each other; of more, each is paired with the first few.
    static let cap = 48
    static let representatives = 4

    /// A pair, first before second, and the number of fingerprints that voted for it.
    struct Candidate: Equatable {
        var first: Int
        var second: Int
        var votes: Int
    }

    /// The first above the second, each of so many bits as the greatest number has: the fewer, the sooner they are sorted.
    private var votes: SortedNumbers
    private let bits: UInt64
    private var ahead: UInt64?
    /// Fingerprints of each text.
    private let counts: [UInt32]
    /// Of the smaller one's fingerprints, the share that must vote for a pair before its words are compared.
    private let share: Double

    /// - Parameters:
    ///   - isFresh: pairs of two texts that are not are left out: they were compared before.
    init(
        _ groups: inout GroupMerge, share: Double, counts: [UInt32], isFresh: (Int) -> Bool
    ) throws {
        let bits = UInt64(Int.bitWidth - counts.count.leadingZeroBitCount)
        var sorter = ExternalSorter(capacity: 1 << 20)
        while try groups.next() {
            if groups.numbers.count > 1 { try Self.pair(groups.numbers, bits, &sorter, isFresh) }
        }
        var votes = try sorter.finish()
        let ahead = try votes.next()
        self.counts = counts
        self.share = share
        self.votes = votes
        self.bits = bits
        self.ahead = ahead
    }

    private static func pair(
        _ list: [Int], _ bits: UInt64, _ votes: inout ExternalSorter, _ isFresh: (Int) -> Bool
    ) throws {
        let isHot = list.count > cap
        for place in list.indices.dropFirst() {
            let second = list[place]
            let isSecondFresh = isFresh(second)
            for first in list[..<(isHot ? min(place, representatives) : place)] where isSecondFresh || isFresh(first) {
                try votes.append(UInt64(first) &<< bits | UInt64(second))
            }
        }
    }

    /// The next pair by first, then second, that has votes enough.
    mutating func next() throws -> Candidate? {
        while let vote = ahead {
            var candidate = Candidate(
                first: Int(vote &>> bits), second: Int(vote & (1 &<< bits &- 1)), votes: 0)
            while ahead == vote {
                candidate.votes += 1
                ahead = try votes.next()
            }
            let fewest = min(counts[candidate.first], counts[candidate.second])
            if Double(candidate.votes) >= share * Double(fewest) { return candidate }
        }
        return nil
    }
}
