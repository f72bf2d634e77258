import Records

/// Puts quotes of the same utterance into clusters: exact, trimmed, spliced, or with a few other words.
struct UtteranceClusters {
    /// For each utterance the number of the one in the middle of its cluster, and its place there.
    struct Member: Equatable, Sendable {
        var center: Int
        /// First and last word in the center's words; null where nothing is in common, which is the center itself.
        var words: Range<Int>?
    }

    private(set) var members: [Member]

    /// Shorter quotes are stock phrases that many say.
    static let leastWords = 5
    /// Of the shorter quote's words, the share that the longer must have.
    private static let leastCoverage = 0.75
    private static let leastVotes = 0.1

    private struct Match {
        var first: Int
        var second: Int
        var runs: [CommonRun]
        var shared: Int
    }

    init(_ utterances: [Utterance], words: [Word]) {
        var matches: [Match] = []
        words.withUnsafeBufferPointer { words in
            var postings: [UInt64] = []
            var counts: [Int] = []
            for (number, utterance) in utterances.enumerated() {
                let isLong = utterance.words.count >= Self.leastWords
                let prints = isLong ? Winnowing.quotes.fingerprints(words[utterance.words]) : []
                counts.append(prints.count)
                for print in prints { postings.append(UInt64(print) << 32 | UInt64(number)) }
            }
            var aligner = Aligner(shingle: 2)
            for candidate in CandidatePairs.find(postings) {
                let fewest = min(counts[candidate.first], counts[candidate.second])
                guard Double(candidate.votes) >= Self.leastVotes * Double(fewest),
                    utterances[candidate.first].speaker.agrees(with: utterances[candidate.second].speaker)
                else { continue }
                if let match = Self.match(candidate, utterances, words, &aligner) { matches.append(match) }
            }
        }
        let stars = StarClustering(
            count: utterances.count,
            edges: matches.map { StarClustering.Edge(first: $0.first, second: $0.second, weight: $0.shared) },
            order: utterances.map(\.words.count))
        members = stars.centers.map { Member(center: $0) }
        for match in matches {
            if stars.centers[match.first] == match.second, match.first != match.second {
                members[match.first].words = Self.hull(match.runs.map { $0.second..<$0.secondEnd })
            } else if stars.centers[match.second] == match.first {
                members[match.second].words = Self.hull(match.runs.map { $0.first..<$0.firstEnd })
            }
        }
        partSpeakers(utterances)
    }

    private static func match(
        _ candidate: CandidatePairs.Candidate, _ utterances: [Utterance], _ words: UnsafeBufferPointer<Word>,
        _ aligner: inout Aligner
    ) -> Match? {
        var (first, second) = (candidate.first, candidate.second)
        if utterances[first].words.count > utterances[second].words.count { swap(&first, &second) }
        let (shorter, longer) = (words[utterances[first].words], words[utterances[second].words])
        aligner.index(longer)
        let runs = aligner.runs(shorter, in: longer)
        let shared = runs.reduce(0) { $0 + $1.count }
        guard shared >= leastWords, Double(shared) >= leastCoverage * Double(shorter.count) else { return nil }
        return Match(first: first, second: second, runs: runs, shared: shared)
    }

    private static func hull(_ ranges: [Range<Int>]) -> Range<Int>? {
        guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max() else { return nil }
        return start..<end
    }

    /// Where the one in the middle has no known speaker, members of two speakers may have met there: those who do not
    /// agree with the first known one leave, and gather around the longest of their own.
    private mutating func partSpeakers(_ utterances: [Utterance]) {
        var speakers: [Int: [(speaker: SpeakerIdentity, center: Int)]] = [:]
        let order = members.indices.sorted {
            (-utterances[$0].words.count, $0) < (-utterances[$1].words.count, $1)
        }
        for number in order {
            let speaker = utterances[number].speaker
            let center = members[number].center
            guard speaker.isKnown, center != number, !utterances[center].speaker.isKnown else { continue }
            let known = speakers[center, default: []]
            if let group = known.first(where: { $0.speaker.agrees(with: speaker) }) {
                if group.center != center { members[number] = Member(center: group.center, words: nil) }
            } else {
                let own = known.isEmpty ? center : number
                if own != center { members[number] = Member(center: number, words: nil) }
                speakers[center, default: []].append((speaker, own))
            }
        }
    }
}
