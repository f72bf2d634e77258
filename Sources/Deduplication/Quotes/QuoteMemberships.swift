import Records

/// The cluster of each quote, and its place in the cluster's longest version.
struct QuoteMemberships {
    private(set) var all: [QuoteMembership]

    init(_ ordered: [Utterance], of utterances: Utterances, _ articles: [ComparedArticle]) {
        let members = UtteranceClusters(ordered, words: utterances.words).members
        var firsts: [Int: Int] = [:]
        for (number, member) in members.enumerated() {
            guard let first = firsts[member.center] else {
                firsts[member.center] = number
                continue
            }
            if Self.precedes(number, first, ordered, articles) { firsts[member.center] = number }
        }
        all = members.enumerated().map { number, member in
            let first = ordered[firsts[member.center] ?? number]
            let id = MintedID.quoteCluster(article: articles[first.article].id, quote: first.quote)
            let center = ordered[member.center]
            let words = member.center == number ? 0..<center.words.count : member.words ?? 0..<0
            let isLongest = member.center == number
            guard !words.isEmpty else { return QuoteMembership(id: id, at: nil, isLongest: isLongest) }
            let start = utterances.places[center.words.lowerBound + words.lowerBound].start
            let end = utterances.places[center.words.lowerBound + words.upperBound - 1].end
            return QuoteMembership(id: id, at: TextSpan(start, end), isLongest: isLongest)
        }
    }

    /// Surely earlier; where that is not known, by the ids. Quotes stand in the order of their articles' ids.
    private static func precedes(
        _ one: Int, _ other: Int, _ ordered: [Utterance], _ articles: [ComparedArticle]
    ) -> Bool {
        guard let time = articles[ordered[one].article].time else { return false }
        guard let otherTime = articles[ordered[other].article].time else { return true }
        return (time.end, one) < (otherTime.end, other)
    }
}
