/// Which member of a cluster is the canonical copy, and why. Follows from the members alone.
struct CanonicalChoice: Equatable {
    enum Reason: String, CaseIterable {
        case only = "no_copy_found"
        case cited
        case earliest
        case longest
        case smallestID = "smallest_id"
    }

    struct Member {
        var number: Int
        var article: Provenance
        var words: Int
    }

    /// Number of the article.
    var member: Int
    var reason: Reason

    private static let witnesses = 64

    /// `members` are not empty and ascend by key.
    init(_ members: [Member]) {
        guard members.count > 1 else {
            self.init(members[0], .only)
            return
        }
        var left = members
        // A cluster of many copies need not be asked in full who cites whom: a sample names the same original.
        let witnesses = members.prefix(Self.witnesses)
        let citations = members.map { member in witnesses.count { $0.article.names(member.article) != nil } }
        if let most = citations.max(), most > 0 {
            left = zip(members, citations).filter { $0.1 == most }.map(\.0)
            if left.count == 1 {
                self.init(left[0], .cited)
                return
            }
        }
        if let end = left.compactMap({ $0.article.time?.end }).min() {
            // Those whose time could be the first.
            left = left.filter { $0.article.time.map { $0.start < end } ?? false }
            if left.count == 1 {
                self.init(left[0], .earliest)
                return
            }
        }
        let length = left.map(\.words).max() ?? 0
        left = left.filter { $0.words == length }
        if left.count == 1 {
            self.init(left[0], .longest)
        } else {
            self.init(left.min { $0.article.row.id.precedes($1.article.row.id) } ?? left[0], .smallestID)
        }
    }

    private init(_ member: Member, _ reason: Reason) {
        self.member = member.number
        self.reason = reason
    }
}

extension String {
    /// Ascending order of bytes, which is that of Unicode scalars.
    func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
