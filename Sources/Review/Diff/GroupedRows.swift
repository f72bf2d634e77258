import Records
import Staging
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
    private let lines: TableLines?
    private var ahead: Row?

    init(_ table: TableKey, in partition: FilePath) throws {
        self.table = table
        let isThere = TableLines.path(of: table.table, in: partition) != nil
        lines = isThere ? try TableLines(table.table, in: partition) : nil
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
        while let bytes = try lines?.next() {
            if let row = try? Row(bytes) { return row }
        }
        return nil
    }

    private func key(_ row: Row) -> [[UInt8]] {
        table.group.map { name in Array((try? row.decode(name, as: String.self))?.utf8 ?? "".utf8) }
    }
}
