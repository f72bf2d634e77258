/// Parts quotes that met around one, by those who said them: the same words by two speakers stay two unless one
/// attributes them through the other.
struct SpeakerParting {
    /// Each ascending by key.
    private(set) var groups: [[Int]] = []

    private static let mostSpeakers = 16

    /// - Parameter quotes: ascending by key.
    init(_ quotes: [Int], _ corpus: Corpus) throws {
        guard quotes.count > 1 else {
            groups = [quotes]
            return
        }
        let speakers = try quotes.map { SpeakerIdentity(try corpus.row(ofQuote: $0)) }
        let order = quotes.indices.sorted {
            (corpus.quotes[quotes[$1]].words, $0) < (corpus.quotes[quotes[$0]].words, $1)
        }
        var sides: [(speakers: [SpeakerIdentity], members: [Int])] = []
        // Those who name nobody go with the largest side, else with each other.
        for index in order where speakers[index].isKnown {
            let side = sides.firstIndex { $0.speakers.allSatisfy(speakers[index].agrees) }
            if let side {
                sides[side].members.append(index)
                if sides[side].speakers.count < Self.mostSpeakers, !sides[side].speakers.contains(speakers[index]) {
                    sides[side].speakers.append(speakers[index])
                }
            } else {
                sides.append(([speakers[index]], [index]))
            }
        }
        let unknown = order.filter { !speakers[$0].isKnown }
        if sides.isEmpty {
            sides = [([], unknown)]
        } else if sides.count >= StockPhrase.leastSpeakers {
            // So many say it that those who name nobody need not mean any of them.
            sides += unknown.map { ([], [$0]) }
        } else {
            let largest = sides.indices.max { (sides[$0].members.count, $1) < (sides[$1].members.count, $0) } ?? 0
            sides[largest].members += unknown
        }
        groups = sides.map { side in side.members.sorted().map { quotes[$0] } }
    }
}
