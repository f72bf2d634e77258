/// A verified pair that belongs into one cluster.
struct Link {
    private let ends: (first: UInt32, second: UInt32)
    private let tie: (shared: UInt32, kind: UInt32)

    /// - Parameters:
    ///   - shared: words in common: the more, the nearer the two are.
    ///   - kind: the place of its kind among all kinds.
    init(first: Int, second: Int, shared: Int, kind: Int) {
        ends = (UInt32(first), UInt32(second))
        tie = (UInt32(clamping: shared), UInt32(kind))
    }

    var first: Int { Int(ends.first) }
    var second: Int { Int(ends.second) }
    var shared: Int { Int(tie.shared) }
    var kind: Int { Int(tie.kind) }
}

/// A link as a segment holds it, 24 bytes: by keys, which later dates know.
struct LinkEntry: BitwiseCopyable {
    var first: UInt64
    var second: UInt64
    var shared: UInt32
    var kind: UInt32

    /// Says that what earlier segments hold of `first` was looked at anew, and stands after this.
    static let renewed = UInt32.max
}

/// The links of all dates.
struct Links {
    private(set) var all: [Link]
    /// Members that lost a link to another one that was looked at anew.
    private(set) var parted: Set<Int> = []

    /// - Parameters:
    ///   - earlier: those of each segment, oldest first.
    ///   - renewed: earlier members that this run looked at anew.
    ///   - number: of a key, as far as it is known.
    init(earlier: [[LinkEntry]], renewed: Set<Int>, found: [Link], number: (UInt64) -> Int?) {
        let entries = earlier.joined()
        var keys: [UInt64] = []
        for entry in entries {
            keys.append(entry.first)
            keys.append(entry.second)
        }
        let numbers = Self.numbers(of: keys, number)
        var links: [Link] = []
        var since: [Int: Int] = [:]
        for (place, entry) in entries.enumerated() {
            guard let first = numbers[2 * place] else { continue }
            if entry.kind == LinkEntry.renewed {
                since[first] = links.count
            } else if let second = numbers[2 * place + 1] {
                links.append(Link(first: first, second: second, shared: Int(entry.shared), kind: Int(entry.kind)))
            }
        }
        if !since.isEmpty {
            links = links.indices.filter { index in
                since[links[index].first, default: 0] <= index && since[links[index].second, default: 0] <= index
            }.map { links[$0] }
        }
        var parted: Set<Int> = []
        if !renewed.isEmpty {
            links.removeAll { link in
                guard renewed.contains(link.first) || renewed.contains(link.second) else { return false }
                parted.formUnion([link.first, link.second])
                return true
            }
        }
        self.parted = parted
        all = links + found
    }

    /// Looked up in the order of the keys, in which the members stand in memory.
    private static func numbers(of keys: [UInt64], _ number: (UInt64) -> Int?) -> [Int?] {
        var numbers = [Int?](repeating: nil, count: keys.count)
        for place in KeyOrder.ascending(keys.indices, key: { keys[$0] }) {
            numbers[Int(place)] = number(keys[Int(place)])
        }
        return numbers
    }

    /// Members that links tie to each other, directly or not, with these links.
    struct Component {
        var members: [Int]
        var links: ArraySlice<Link>
    }

    /// Calls back with each component that holds a member for which `isTouched` is true.
    ///
    /// - Parameter count: of all members.
    func eachTouched(count: Int, _ isTouched: (Int) -> Bool, _ body: (Component) throws -> Void) rethrows {
        var parents = (0..<UInt32(count)).map { $0 }
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[Int(parents[node])]
                node = Int(parents[node])
            }
            return node
        }
        var isLinked = [Bool](repeating: false, count: count)
        for link in all {
            isLinked[link.first] = true
            isLinked[link.second] = true
            parents[root(link.first)] = UInt32(root(link.second))
        }
        for node in parted { isLinked[node] = true }
        var hasTouched = [Bool](repeating: false, count: count)
        for node in 0..<count where isLinked[node] && (isTouched(node) || !parted.isEmpty && parted.contains(node)) {
            hasTouched[root(node)] = true
        }
        var nodes = (0..<count).filter { isLinked[$0] && hasTouched[root($0)] }
            .map { UInt64(root($0)) << 32 | UInt64($0) }
        nodes.sort()
        var ordered: [(component: UInt32, link: Link)] = []
        for link in all where hasTouched[root(link.first)] { ordered.append((UInt32(root(link.first)), link)) }
        ordered.sort { ($0.component, $0.link.first, $0.link.second) < ($1.component, $1.link.first, $1.link.second) }
        let links = ordered.map(\.link)
        var (start, firstLink) = (0, 0)
        while start < nodes.count {
            let component = nodes[start] >> 32
            var end = start
            while end < nodes.count, nodes[end] >> 32 == component { end += 1 }
            var lastLink = firstLink
            while lastLink < links.count, UInt64(ordered[lastLink].component) == component { lastLink += 1 }
            try body(
                Component(members: nodes[start..<end].map { Int($0 & 0xffff_ffff) }, links: links[firstLink..<lastLink])
            )
            (start, firstLink) = (end, lastLink)
        }
    }
}
