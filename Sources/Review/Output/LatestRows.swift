import Records
import Staging
import SystemPackage

/// A row of which several partitions may have one, each in place of the one before.
protocol ReplaceableRow: JSONRecord {
    static var table: String { get }
    /// What the rows that replace each other agree in. The table is sorted by it.
    var identity: [String] { get }
    /// Of two rows in one partition, the one with the greater version holds.
    var version: String { get }
}

/// Which row holds where an output has several of one identity: that of the latest date, as in views.sql.
///
/// One pass over all partitions, side by side; it holds only those that were replaced.
struct LatestRows<Head: ReplaceableRow> {
    private struct Place: Equatable {
        var partition: FilePath
        var version: String
    }

    /// Only of identities that have several rows.
    private var latest: [[String]: Place] = [:]

    init(of output: OutputFolder) throws {
        // The reader with the least identity is the last.
        var readers: [PartitionReader] = []
        func insert(_ reader: PartitionReader) {
            guard reader.head != nil else { return }
            readers.insert(reader, at: readers.partitioningIndex { !reader.precedes($0) })
        }
        for (ordinal, partition) in output.partitions.enumerated()
        where TableLines.path(of: Head.table, in: partition) != nil {
            let reader = try PartitionReader(partition, ordinal: ordinal)
            try reader.advance()
            insert(reader)
        }
        var before: [String]?
        while let next = readers.popLast() {
            if let head = next.head {
                if head.identity == before {
                    latest[head.identity] = Place(partition: next.partition, version: head.version)
                }
                before = head.identity
            }
            try next.advance()
            insert(next)
        }
    }

    /// Whether a row that stands in a partition is the one that holds.
    func hold(_ identity: [String], version: String = "", in partition: FilePath) -> Bool {
        latest[identity].map { $0 == Place(partition: partition, version: version) } ?? true
    }

    /// The heads of one partition. Those of an earlier one come first, so that the last of an identity holds.
    private final class PartitionReader {
        let partition: FilePath
        private let ordinal: Int
        private var rows: TableRows<Head>
        private(set) var head: Head?

        init(_ partition: FilePath, ordinal: Int) throws {
            self.partition = partition
            self.ordinal = ordinal
            rows = try TableRows(Head.table, in: partition)
        }

        func advance() throws { head = try rows.next() }

        func precedes(_ other: PartitionReader) -> Bool {
            guard let mine = head?.identity, let theirs = other.head?.identity else { return head != nil }
            for (one, other) in zip(mine, theirs) where one != other {
                return one.utf8.lexicographicallyPrecedes(other.utf8)
            }
            return ordinal < other.ordinal
        }
    }
}

/// Of `articles.jsonl`: by its id; what stands in other tables belongs to one version.
struct ArticleHead: ReplaceableRow {
    static let table = "articles"
    var id = ""
    var version = ""
    var identity: [String] { [id] }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
    }
}

extension PublishedRelation: ReplaceableRow {
    static var table: String { "relations" }
    var identity: [String] { [fromID, toID, kind] }
    var version: String { "" }
}
