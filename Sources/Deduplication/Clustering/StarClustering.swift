/// Clusters in which every member was verified against the one in the middle, never reached through a chain
/// (Aslam, Pelekhov and Rus, "The Star Clustering Algorithm", JGAA 2004).
struct StarClustering {
    struct Edge {
        var first: Int
        var second: Int
        /// The more, the nearer the two are.
        var weight: Int
    }

    /// For each node the node in the middle of its cluster, which may be itself.
    private(set) var centers: [Int]

    /// - Parameter order: among nodes of equal degree the one of greater order becomes a middle; ties go to the lower
    ///   number.
    init(count: Int, edges: [Edge], order: [Int]) {
        var neighbours = [[(node: Int, weight: Int)]](repeating: [], count: count)
        for edge in edges {
            neighbours[edge.first].append((edge.second, edge.weight))
            neighbours[edge.second].append((edge.first, edge.weight))
        }
        var isCenter = [Bool](repeating: false, count: count)
        var isTaken = [Bool](repeating: false, count: count)
        let ranked = (0..<count).sorted {
            (-neighbours[$0].count, -order[$0], $0) < (-neighbours[$1].count, -order[$1], $1)
        }
        for node in ranked where !isTaken[node] {
            isCenter[node] = true
            isTaken[node] = true
            for neighbour in neighbours[node] { isTaken[neighbour.node] = true }
        }
        centers = (0..<count).map { node in
            if isCenter[node] { return node }
            let near = neighbours[node].filter { isCenter[$0.node] }
            return near.max { ($0.weight, -$0.node) < ($1.weight, -$1.node) }?.node ?? node
        }
    }

    /// Groups of a component's members, each ascending by key.
    ///
    /// - Parameter order: the length of a member's text.
    static func groups(_ component: Links.Component, key: (Int) -> UInt64, order: (Int) -> Int) -> [[Int]] {
        // By key, so that nothing depends on the dates that brought the members.
        let nodes = component.members.sorted { key($0) < key($1) }
        var places: [Int: Int] = [:]
        for (place, node) in nodes.enumerated() { places[node] = place }
        let edges = component.links.compactMap { link -> Edge? in
            guard let first = places[link.first], let second = places[link.second] else { return nil }
            return Edge(first: first, second: second, weight: link.shared)
        }
        let stars = StarClustering(count: nodes.count, edges: edges, order: nodes.map(order))
        var groups: [Int: [Int]] = [:]
        for (place, center) in stars.centers.enumerated() { groups[center, default: []].append(nodes[place]) }
        return groups.keys.sorted().map { groups[$0, default: []] }
    }
}
