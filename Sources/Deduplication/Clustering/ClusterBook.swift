/// Ids of clusters that outlive dates: a cluster is called by the key of the member that it was made for. Ids never change
/// and are never used again; where clusters merge, the oldest id goes on and the others become its aliases.
struct ClusterBook {
    /// Of each member, as its segments have it.
    struct Membership: BitwiseCopyable {
        var member: UInt64
        var cluster: UInt64
    }

    struct Alias: BitwiseCopyable {
        var id: UInt64
        var successor: UInt64
    }

    /// The cluster of each member by its number, 0 where none is known yet.
    private(set) var clusters: [UInt64]
    /// Of this run, by id.
    private(set) var aliases: [Alias] = []
    /// Earlier members whose cluster is another now.
    private(set) var moved: Set<Int> = []
    /// Clusters that are not what they were: other members, another id, or members of this run.
    private(set) var changed: Set<UInt64> = []
    private var retired: Set<UInt64>
    private let own: Int

    /// - Parameters:
    ///   - own: the first member of the run itself.
    ///   - earlier: what the segments say, oldest first.
    ///   - number: the member with a key.
    init(
        count: Int, own: Int, earlier: [[Membership]], aliases: [Alias], key: (Int) -> UInt64,
        number: (UInt64) -> Int?
    ) {
        clusters = [UInt64](repeating: 0, count: count)
        self.own = own
        retired = Set(aliases.map(\.id))
        for memberships in earlier {
            // Members mostly come in the order of their numbers.
            var next = own
            for membership in memberships {
                let isNext = next < own && key(next) == membership.member
                guard let member = isNext ? next : number(membership.member) else { continue }
                clusters[member] = membership.cluster
                next = member + 1
            }
        }
        // A new version goes on in the cluster of the one before.
        for member in own..<count {
            if let before = number(key(member)), before < own { clusters[member] = clusters[before] }
        }
    }

    /// Gives each group its id.
    ///
    /// - Parameters:
    ///   - groups: of members, those that were looked at anew.
    ///   - firsts: of each group the member that a new cluster is called by.
    ///   - key: of a member.
    mutating func assign(_ groups: MemberGroups, firsts: [Int], key: (Int) -> UInt64) {
        var counts: [UInt64: [Int: Int]] = [:]
        var sizes: [UInt64: Int] = [:]
        var founders: [UInt64: Int] = [:]
        for (group, members) in groups.enumerated() {
            for member in members where clusters[member] != 0 {
                counts[clusters[member], default: [:]][group, default: 0] += 1
                sizes[clusters[member], default: 0] += 1
                if key(member) == clusters[member] { founders[clusters[member]] = group }
            }
        }
        var inherited: [Int: [UInt64]] = [:]
        for id in counts.keys.sorted() {
            let shares = counts[id, default: [:]].sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
            if let heir = founders[id] ?? shares.first?.key { inherited[heir, default: []].append(id) }
        }
        for (group, members) in groups.enumerated() {
            let id = inherit(inherited[group, default: []], members) ?? mint(members, key, firsts[group])
            let isSame = sizes[id] == members.count && members.allSatisfy { $0 < own && clusters[$0] == id }
            if !isSame { changed.insert(id) }
            for member in members {
                if member < own, clusters[member] != id { moved.insert(member) }
                clusters[member] = id
            }
        }
        aliases.sort { $0.id < $1.id }
    }

    /// The oldest of the ids that a group goes on with.
    private mutating func inherit(_ ids: [UInt64], _ members: [Int]) -> UInt64? {
        guard let any = ids.first else { return nil }
        let known = Set(ids)
        let id =
            ids.count == 1 ? any : members.filter { known.contains(clusters[$0]) }.min().map { clusters[$0] } ?? any
        for other in ids where other != id {
            aliases.append(Alias(id: other, successor: id))
            retired.insert(other)
        }
        return id
    }

    private func mint(_ members: [Int], _ key: (Int) -> UInt64, _ first: Int) -> UInt64 {
        let isTaken = { (id: UInt64) in id == 0 || retired.contains(id) || changed.contains(id) }
        let preferred = key(first)
        if !isTaken(preferred) { return preferred }
        if let other = members.map(key).first(where: { !isTaken($0) && $0 != preferred }) { return other }
        var id = mixed(preferred)
        while isTaken(id) { id = mixed(id &+ 1) }
        return id
    }

    /// A member of the run that has no link: on its own, or still in the cluster of its version before.
    mutating func assign(alone member: Int, key: UInt64) {
        if clusters[member] == 0 { clusters[member] = key } else { changed.insert(clusters[member]) }
    }

    /// Members that stand outside the window go where their cluster went.
    mutating func follow() {
        guard !aliases.isEmpty else { return }
        var successors: [UInt64: UInt64] = [:]
        for alias in aliases { successors[alias.id] = alias.successor }
        for number in 0..<own {
            guard let successor = successors[clusters[number]] else { continue }
            clusters[number] = successor
            moved.insert(number)
        }
    }

    /// Members of earlier dates whose cluster is not what it was.
    var earlierMembersOfChanged: [Int] {
        // A bit for each cluster spares most members the look-up.
        var filter = [Bool](repeating: false, count: 1 << 16)
        for id in changed { filter[Int(id & 0xffff)] = true }
        return (0..<own).filter { filter[Int(clusters[$0] & 0xffff)] && changed.contains(clusters[$0]) }
    }

    /// Of which this run's segment tells the cluster: earlier members that moved, then the run's own.
    var changedMembers: MovedThenOwn { MovedThenOwn(moved: moved.sorted(), own: own..<clusters.count) }

    struct MovedThenOwn {
        fileprivate let moved: [Int]
        fileprivate let own: Range<Int>

        var count: Int { moved.count + own.count }
        subscript(index: Int) -> Int { index < moved.count ? moved[index] : own.lowerBound + index - moved.count }
    }
}
