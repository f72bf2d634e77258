/// Which member of a cluster is the canonical copy, and why.
struct CanonicalChoice: Equatable {
    enum Reason: String {
        case only = "no_copy_found"
        case settled = "settled_earlier"
        case cited
        case earliest
        case longest
        case smallestID = "smallest_id"
    }

    var member: Int
    var reason: Reason

    /// `members` are indices into `articles`, not empty.
    init(_ members: [Int], _ articles: [ComparedArticle]) {
        var left = members
        if let settled = members.first(where: { articles[$0].settled?.isCanonical == true }) {
            self.init(settled, members.count == 1 ? .only : .settled)
            return
        }
        guard members.count > 1 else {
            self.init(members[0], .only)
            return
        }
        // A cluster of many copies need not be asked in full who cites whom: a sample names the same original.
        let witnesses = members.prefix(Self.witnesses)
        let citations = members.map { member in witnesses.count { articles[$0].names(articles[member]) != nil } }
        if let most = citations.max(), most > 0 {
            left = zip(members, citations).filter { $0.1 == most }.map(\.0)
            if left.count == 1 {
                self.init(left[0], .cited)
                return
            }
        }
        if let end = left.compactMap({ articles[$0].time?.end }).min() {
            // Those whose time could be the first.
            left = left.filter { articles[$0].time.map { $0.start < end } ?? false }
            if left.count == 1 {
                self.init(left[0], .earliest)
                return
            }
        }
        let length = left.map { articles[$0].words.count }.max() ?? 0
        left = left.filter { articles[$0].words.count == length }
        if left.count == 1 {
            self.init(left[0], .longest)
        } else {
            let first = left.min { articles[$0].id.utf8.lexicographicallyPrecedes(articles[$1].id.utf8) }
            self.init(first ?? left[0], .smallestID)
        }
    }

    private static let witnesses = 64

    private init(_ member: Int, _ reason: Reason) {
        self.member = member
        self.reason = reason
    }
}
