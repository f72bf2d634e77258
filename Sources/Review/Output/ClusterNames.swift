import Records

/// Under which ids a cluster is known: later dates may join clusters, and rows of earlier dates keep the ids they had.
struct ClusterNames {
    private struct Alias: JSONRecord {
        var id = ""
        var successor: String?

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("id", &id)
            try visitor.field("alias_of", &successor)
        }
    }

    private var successors: [String: String] = [:]

    /// - Parameter table: `clusters` or `quote_clusters`.
    init(_ table: String, of output: OutputFolder) throws {
        try output.each(table, holding: [Array(#""alias_of":""#.utf8)]) { (alias: Alias, _) in
            successors[alias.id] = alias.successor
        }
    }

    /// The cluster that goes on under an id.
    func current(_ id: String) -> String {
        var id = id
        // Each step leads to another, or the tables are not ours.
        for _ in 0...successors.count {
            guard let next = successors[id] else { break }
            id = next
        }
        return id
    }

    /// All ids that lead to a cluster, its own too.
    func all(of id: String) -> Set<String> {
        Set(successors.keys.filter { current($0) == id }).union([id])
    }
}
