import Records

/// The cluster of each of the run's quotes and of earlier ones whose cluster changed, with its place in the longest
/// version.
struct QuoteClusters {
    let book: ClusterBook
    let links: Links
    /// Of those that have another version.
    private var memberships: [Int: QuoteMembership] = [:]

    init(_ corpus: Corpus, book: consuming ClusterBook, links: Links, earlier: inout HeldRecords) throws {
        let count = corpus.quotes.count
        let isOwn = { (quote: Int) in quote >= corpus.ownQuotes }
        var groups = MemberGroups()
        var isGrouped = [Bool](repeating: false, count: count)
        try links.eachTouched(count: count, isOwn) { component in
            for member in component.members { isGrouped[member] = true }
            let stars = StarClustering.groups(
                component, key: { corpus.quotes[$0].key }, order: { Int(corpus.quotes[$0].words) })
            for star in stars {
                for group in try SpeakerParting(star, corpus).groups { groups.append(group) }
            }
        }
        for number in corpus.ownQuotes..<count where !isGrouped[number] {
            book.assign(alone: number, key: corpus.quotes[number].key)
        }
        book.assign(groups, firsts: try groups.map { try Self.first($0, corpus) }) { corpus.quotes[$0].key }
        book.follow()
        self.book = book
        self.links = links
        for group in groups { try place(group, corpus) }
        try tell(corpus, &earlier)
    }

    /// The one that was surely published first; where that is not known, the one of the least key.
    private static func first(_ group: [Int], _ corpus: Corpus) throws -> Int {
        let times = try group.map { Provenance(try corpus.row(of: Int(corpus.quotes[$0].article))).time?.end ?? .max }
        return group.indices.min { (times[$0], $0) < (times[$1], $1) }.map { group[$0] } ?? group[0]
    }

    /// Finds each version's place in the longest one.
    private mutating func place(_ group: [Int], _ corpus: Corpus) throws {
        let longest = group.max { corpus.quotes[$0].words < corpus.quotes[$1].words } ?? group[0]
        let words = try corpus.words(ofQuote: longest)
        let places = try corpus.places(ofQuote: longest)
        var aligner = Aligner(shingle: 2)
        for member in group {
            let runs =
                member == longest
                ? [CommonRun(first: 0, second: 0, count: words.count)]
                : UtteranceMatch.runs(try corpus.words(ofQuote: member), words, &aligner)
            let start = runs.map(\.second).min() ?? 0
            let end = runs.map(\.secondEnd).max() ?? 0
            let at =
                start < end ? TextSpan(Int(places[start].start), Int(places[end - 1].end)) : nil
            memberships[member] = QuoteMembership(
                id: Key.quoteCluster(book.clusters[member]), at: at, isLongest: member == longest)
        }
    }

    func membership(of quote: Int, _ corpus: Corpus) throws -> QuoteMembership {
        if let known = memberships[quote] { return known }
        let places = try corpus.places(ofQuote: quote)
        let at = places.last.map { TextSpan(Int(places[0].start), Int($0.end)) }
        return QuoteMembership(id: Key.quoteCluster(book.clusters[quote]), at: at, isLongest: true)
    }

    private func tell(_ corpus: Corpus, _ earlier: inout HeldRecords) throws {
        guard !book.changed.isEmpty, corpus.articles.count > corpus.own else { return }
        var carriers: [UInt64: Int] = [:]
        for number in (corpus.ownQuotes..<corpus.quotes.count).reversed() {
            carriers[book.clusters[number]] = Int(corpus.quotes[number].article)
        }
        for number in book.earlierMembersOfChanged {
            let article = Int(corpus.quotes[number].article)
            // An article's last version stands for it.
            guard corpus.number(of: corpus.articles[article].key) == article else { continue }
            let (row, quote) = (try corpus.row(of: article), try corpus.row(ofQuote: number))
            var member = EarlierQuote()
            member.cluster = try membership(of: number, corpus)
            member.articleID = row.id
            member.quoteID = quote.id
            member.text = quote.text
            member.speakerName = quote.speakerName
            member.speakerKind = quote.speakerKind
            member.outletID = row.outletID ?? row.outletName
            member.outletName = row.outletName
            member.publishedAt = row.publishedAt
            try earlier.add(member, to: carriers[book.clusters[number]] ?? corpus.own)
        }
    }
}
