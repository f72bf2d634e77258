import Records

/// The cluster, role and reason of each article.
struct ClusterMemberships {
    private(set) var all: [Membership]
    /// For each article the canonical one of its cluster.
    private(set) var canonical: [Int]

    init(_ clusters: ArticleClusters) {
        let articles = clusters.articles
        var members: [Int: [Int]] = [:]
        for (number, center) in clusters.centers.enumerated() { members[center, default: []].append(number) }
        var kinds: [Int: Relation.Kind] = [:]
        for pair in clusters.pairs where pair.joins {
            if clusters.centers[pair.first] == pair.second { kinds[pair.first] = pair.kind }
            if clusters.centers[pair.second] == pair.first { kinds[pair.second] = pair.kind }
        }
        all = articles.map { _ in Membership() }
        canonical = Array(articles.indices)
        for center in members.keys.sorted() {
            let group = members[center, default: []]
            let choice = CanonicalChoice(group, articles)
            let id = articles[center].settled?.cluster ?? MintedID.articleCluster(articles[choice.member].id)
            for member in group {
                canonical[member] = choice.member
                if member == choice.member {
                    let role: Membership.Role = group.count == 1 ? .only : .canonical
                    all[member] = Membership(id: id, role: role, reason: choice.reason.rawValue)
                } else {
                    // The representative is a copy of the canonical one by that one's tie to it.
                    let kind = kinds[member] ?? kinds[choice.member]
                    all[member] = Membership(id: id, role: .copy, reason: kind?.rawValue ?? "new_version")
                }
            }
        }
    }
}
