/// Finds pairs of texts that share fingerprints, without ever comparing all with all.
struct CandidatePairs {
    /// Postings of a fingerprint that are paired with each other; of a longer list each is paired with the first few.
    static let cap = 48
    static let representatives = 4

    /// A pair, first before second, and the number of fingerprints that voted for it.
    struct Candidate: Equatable {
        var first: Int
        var second: Int
        var votes: Int
    }

    /// `postings` holds a fingerprint in the high and a text's number in the low 32 bits of each element.
    /// Pairs of two texts below `old` are left out. The result is ordered by first, then second.
    static func find(_ postings: consuming [UInt64], old: Int = 0) -> [Candidate] {
        var postings = postings
        postings.sort()
        var votes: [UInt64] = []
        var start = 0
        while start < postings.count {
            var end = start + 1
            while end < postings.count, postings[end] >> 32 == postings[start] >> 32 { end += 1 }
            if end - start > 1 { pair(postings[start..<end], old: UInt64(old), &votes) }
            start = end
        }
        votes.sort()
        return counted(votes)
    }

    private static func pair(_ list: ArraySlice<UInt64>, old: UInt64, _ votes: inout [UInt64]) {
        let isHot = list.count > cap
        for place in list.indices.dropFirst() {
            let second = list[place] & 0xffff_ffff
            guard second >= old else { continue }
            let firsts = isHot ? list[list.startIndex..<min(place, list.startIndex + representatives)] : list[..<place]
            for first in firsts { votes.append((first & 0xffff_ffff) << 32 | second) }
        }
    }

    private static func counted(_ votes: [UInt64]) -> [Candidate] {
        var pairs: [Candidate] = []
        for vote in votes {
            let (first, second) = (Int(vote >> 32), Int(vote & 0xffff_ffff))
            if let last = pairs.last, last.first == first, last.second == second {
                pairs[pairs.count - 1].votes += 1
            } else {
                pairs.append(Candidate(first: first, second: second, votes: 1))
            }
        }
        return pairs
    }
}
