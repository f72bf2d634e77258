/// Compares the words of candidate pairs of quotes: exact, trimmed, spliced, or with a few other words.
struct UtteranceMatch {
    /// Shorter quotes are stock phrases that many say.
    static let leastWords = 5
    /// Of the shorter quote's words, the share that the longer must have.
    private static let leastCoverage = 0.75
    static let leastVotes = 0.1
    private static let mostSpeakers = 1 << 14

    /// Pairs of one cluster.
    private(set) var links: [Link] = []

    init(_ candidates: consuming CandidatePairs, _ corpus: Corpus) throws {
        var aligner = Aligner(shingle: 2)
        var speakers: [Int: SpeakerIdentity] = [:]
        func speaker(_ quote: Int) throws -> SpeakerIdentity {
            if let known = speakers[quote] { return known }
            if speakers.count == Self.mostSpeakers { speakers.removeAll(keepingCapacity: true) }
            let found = SpeakerIdentity(try corpus.row(ofQuote: quote))
            speakers[quote] = found
            return found
        }
        while let candidate = try candidates.next() {
            guard try speaker(candidate.first).agrees(with: speaker(candidate.second)) else { continue }
            let one = try corpus.words(ofQuote: candidate.first)
            let other = try corpus.words(ofQuote: candidate.second)
            let isFirstShorter =
                (one.count, corpus.quotes[candidate.first].key) < (other.count, corpus.quotes[candidate.second].key)
            let (shorter, longer) = isFirstShorter ? (one, other) : (other, one)
            let shared = Self.runs(shorter, longer, &aligner).reduce(0) { $0 + $1.count }
            guard shared >= Self.leastWords, Double(shared) >= Self.leastCoverage * Double(shorter.count) else {
                continue
            }
            let isNamed = try speaker(candidate.first).isKnown && speaker(candidate.second).isKnown
            if isNamed || !StockPhrase.isMatched(by: shorter) {
                links.append(
                    Link(first: candidate.first, second: candidate.second, shared: shared, kind: 0))
            }
        }
    }

    static func runs(_ shorter: [Word], _ longer: [Word], _ aligner: inout Aligner) -> [CommonRun] {
        shorter.withUnsafeBufferPointer { shorter in
            longer.withUnsafeBufferPointer { longer in
                aligner.index(longer)
                return aligner.runs(shorter, in: longer)
            }
        }
    }
}
