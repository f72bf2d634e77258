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

    /// - Parameters:
    ///   - fixed: nodes that are in the middle already, such as representatives of earlier dates.
    ///   - members: nodes that are in a cluster already, and its middle.
    ///   - order: among nodes of equal degree the one of greater order becomes a middle; ties go to the lower number.
    init(count: Int, edges: [Edge], fixed: Set<Int> = [], members: [Int: Int] = [:], order: [Int]) {
        var neighbours = [[(node: Int, weight: Int)]](repeating: [], count: count)
        for edge in edges {
            neighbours[edge.first].append((edge.second, edge.weight))
            neighbours[edge.second].append((edge.first, edge.weight))
        }
        var isCenter = [Bool](repeating: false, count: count)
        var isTaken = [Bool](repeating: false, count: count)
        func take(_ center: Int) {
            isCenter[center] = true
            isTaken[center] = true
            for neighbour in neighbours[center] { isTaken[neighbour.node] = true }
        }
        members.keys.forEach { isTaken[$0] = true }
        fixed.sorted().forEach(take)
        let ranked = (0..<count).sorted {
            (-neighbours[$0].count, -order[$0], $0) < (-neighbours[$1].count, -order[$1], $1)
        }
        for node in ranked where !isTaken[node] { take(node) }
        centers = (0..<count).map { node in
            if let center = members[node] { return center }
            if isCenter[node] { return node }
            let near = neighbours[node].filter { isCenter[$0.node] }
            return near.max { ($0.weight, -$0.node) < ($1.weight, -$1.node) }?.node ?? node
        }
    }
}
