import Records

/// The cluster, role and reason of each of the run's articles, and of earlier ones whose cluster changed.
struct ArticleClusters {
    let book: ClusterBook
    let links: Links
    /// By article, the canonical one of its cluster; the greatest number where nothing is known.
    private var canonicals: [UInt32]
    /// By article, why the canonical ones are that, and what ties the copies.
    private var reasons: [Reason]

    private enum Reason {
        case settledEarlier
        case canonical(CanonicalChoice.Reason)
        case copy(Relation.Kind?)
        case only
    }

    /// - Parameters:
    ///   - earlier: takes members of earlier dates whose cluster changed, for one of the run's articles.
    init(
        _ corpus: Corpus, _ reader: PairReader, book: consuming ClusterBook, links: Links, earlier: inout HeldRecords
    ) throws {
        var groups = MemberGroups()
        var isGrouped = [Bool](repeating: false, count: corpus.articles.count)
        links.eachTouched(count: corpus.articles.count, corpus.isOwn) { component in
            for member in component.members { isGrouped[member] = true }
            let stars = StarClustering.groups(
                component, key: { corpus.articles[$0].key }, order: { Int(corpus.articles[$0].words) })
            for group in stars { groups.append(group) }
        }
        for number in corpus.own..<corpus.articles.count where !isGrouped[number] {
            book.assign(alone: number, key: corpus.articles[number].key)
        }
        var choices: [CanonicalChoice] = []
        for group in groups { choices.append(try Self.choice(group, corpus, reader)) }
        book.assign(groups, firsts: choices.map(\.member)) { corpus.articles[$0].key }
        book.follow()
        canonicals = [UInt32](repeating: .max, count: corpus.articles.count)
        reasons = [Reason](repeating: .settledEarlier, count: corpus.articles.count)
        self.book = book
        self.links = links
        for (group, choice) in zip(groups, choices) { describe(group, choice) }
        nameTies()
        try tell(corpus, &earlier)
    }

    private static func choice(_ members: [Int], _ corpus: Corpus, _ reader: PairReader) throws -> CanonicalChoice {
        CanonicalChoice(
            try members.map {
                CanonicalChoice.Member(
                    number: $0, article: try reader.provenance(of: $0), words: Int(corpus.articles[$0].words))
            })
    }

    private mutating func describe(_ group: [Int], _ choice: CanonicalChoice) {
        for member in group {
            canonicals[member] = UInt32(choice.member)
            reasons[member] =
                group.count == 1 ? .only : member == choice.member ? .canonical(choice.reason) : .copy(nil)
        }
    }

    func canonical(of article: Int) -> Int? { canonicals[article] == .max ? nil : Int(canonicals[article]) }

    /// What ties copies to the canonical one, else to the others.
    private mutating func nameTies() {
        for isToCanonical in [true, false] {
            for link in links.all {
                guard let canonical = canonical(of: link.first), canonical == self.canonical(of: link.second),
                    isToCanonical == (canonical == link.first || canonical == link.second)
                else { continue }
                for member in [link.first, link.second] {
                    guard case .copy(nil) = reasons[member] else { continue }
                    reasons[member] = .copy(Relation.Kind.allCases[link.kind])
                }
            }
        }
    }

    private func tell(_ corpus: Corpus, _ earlier: inout HeldRecords) throws {
        let members = book.earlierMembersOfChanged
        guard !members.isEmpty, corpus.articles.count > corpus.own else { return }
        let changed = Set(members.map { book.clusters[$0] })
        var carriers: [UInt64: Int] = [:]
        for number in (corpus.own..<corpus.articles.count).reversed() where changed.contains(book.clusters[number]) {
            carriers[book.clusters[number]] = number
        }
        for number in members {
            let key = corpus.articles[number].key
            guard corpus.number(of: key) == number else { continue }
            let row = try corpus.row(of: number)
            var member = EarlierArticle()
            member.cluster = membership(of: number, corpus)
            member.articleID = row.id
            member.outletID = row.outletID ?? row.outletName
            member.outletName = row.outletName
            member.title = row.title
            member.publishedAt = row.publishedAt
            try earlier.add(member, to: carriers[book.clusters[number]] ?? corpus.own)
        }
    }

    func membership(of number: Int, _ corpus: Corpus) -> Membership {
        let id = Key.articleCluster(book.clusters[number])
        switch reasons[number] {
        case .canonical(let reason): return Membership(id: id, role: .canonical, reason: reason.rawValue)
        // A copy of what its canonical copy is a copy of.
        case .copy(let kind): return Membership(id: id, role: .copy, reason: kind?.rawValue ?? "same_original")
        case .only: return Membership(id: id, role: .only, reason: CanonicalChoice.Reason.only.rawValue)
        case .settledEarlier:
            let isAlone = corpus.isOwn(number) && book.clusters[number] == corpus.articles[number].key
            return isAlone
                ? Membership(id: id, role: .only, reason: CanonicalChoice.Reason.only.rawValue)
                : Membership(id: id, role: .copy, reason: "settled_earlier")
        }
    }
}
