import Files
import Records
import SystemPackage

/// The rows of a table in groups, one group at a time.
struct GroupedRows: ~Copyable {
    struct Group {
        /// Ascends by bytes from group to group.
        var key: [[UInt8]]
        var rows: [Row]
    }

    private let table: TableKey
    /// Null where the partition has no such table.
    private var lines: LineReader?
    private var ahead: Row?

    init(_ table: TableKey, in partition: FilePath) throws {
        self.table = table
        let file = partition.appending(table.table + ".jsonl")
        lines = FileStamp(file) == nil ? nil : try LineReader(file)
    }

    /// Null at the end. Lines that are no rows are passed over.
    mutating func next() throws -> Group? {
        if ahead == nil { ahead = try read() }
        guard let first = ahead else { return nil }
        var group = Group(key: key(first), rows: [first])
        while true {
            ahead = try read()
            guard let row = ahead, key(row) == group.key else { return group }
            group.rows.append(row)
        }
    }

    private mutating func read() throws -> Row? {
        while let line = try lines?.next() {
            if case .line(let bytes) = line, let row = try? Row(bytes) { return row }
        }
        return nil
    }

    private func key(_ row: Row) -> [[UInt8]] {
        table.group.map { name in Array((try? row.decode(name, as: String.self))?.utf8 ?? "".utf8) }
    }
}
