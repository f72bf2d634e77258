import Files
import Records
import SystemPackage

/// The rows of one table on their way into its file, where they do not come in its order.
struct TableSpool<Row: TableRow> {
    private let spool: SortedSpool

    init(in folder: FilePath) {
        spool = SortedSpool(in: folder, named: Row.table)
    }

    func add(_ row: Row) throws {
        var writer = JSONWriter()
        row.write(json: &writer)
        try spool.add(row.key, writer.bytes)
    }

    /// Writes the table in order.
    func write(_ file: TableFile) throws {
        try spool.drain { try file.append(written: $1) }
    }
}

/// The members of the rows of one table on their way into its file.
struct GroupSpool<Member: GroupMember> {
    private let spool: SortedSpool

    init(in folder: FilePath) {
        spool = SortedSpool(in: folder, named: Member.name)
    }

    func add(_ member: Member) throws {
        var writer = JSONWriter()
        member.write(json: &writer)
        try spool.add(member.key, writer.bytes)
    }

    /// Hands on the members of each group, in order. Holds those of one group at a time.
    func drain(_ each: ([Member]) throws -> Void) throws {
        var members: [Member] = []
        try spool.drain { _, bytes in
            let member = try bytes.withUnsafeBufferPointer { bytes in
                var reader = JSONReader(bytes)
                return try Member(json: &reader)
            }
            if let last = members.last, last.group != member.group {
                try each(members)
                members.removeAll(keepingCapacity: true)
            }
            members.append(member)
        }
        if !members.isEmpty { try each(members) }
    }
}
