import Files
import Records
import SystemPackage

/// The rows of one table on their way into its file.
struct TableSpool<Row: TableRow> {
    private let spool: SortedSpool

    init(in folder: FilePath) {
        spool = SortedSpool(in: folder, named: Row.table)
    }

    func add(_ row: Row) throws {
        var writer = JSONWriter()
        row.write(json: &writer)
        writer.newline()
        try spool.add(row.key, writer.bytes)
    }

    /// Writes the table in order.
    func write(into folder: FilePath) throws -> PublishedFile {
        var file = try TableFile(Row.table, in: folder)
        try spool.drain { try file.append($1) }
        return try file.commit()
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

    /// Writes a row for each group. Holds the members of one group at a time.
    func write(into folder: FilePath) throws -> PublishedFile {
        var file = try TableFile(Member.Joined.table, in: folder)
        var members: [Member] = []
        try spool.drain { _, bytes in
            let member: Member = try Records.Row(Array(bytes)).decode()
            if let last = members.last, last.group != member.group {
                try file.append(Self.joined(members))
                members.removeAll(keepingCapacity: true)
            }
            members.append(member)
        }
        if !members.isEmpty { try file.append(Self.joined(members)) }
        return try file.commit()
    }

    private static func joined(_ members: [Member]) -> ArraySlice<UInt8> {
        var writer = JSONWriter()
        Member.row(of: members).write(json: &writer)
        writer.newline()
        return writer.bytes[...]
    }
}

/// A table's file being written.
struct TableFile: ~Copyable {
    private var file: AtomicFile
    private let name: String
    private var buffer: [UInt8] = []
    private var rows = 0

    init(_ table: String, in folder: FilePath) throws(FileError) {
        name = table + ".jsonl"
        file = try AtomicFile(folder.appending(name))
    }

    /// Appends a row with its line feed.
    mutating func append(_ row: ArraySlice<UInt8>) throws(FileError) {
        buffer += row
        rows += 1
        if buffer.count > 1 << 18 { try flush() }
    }

    private mutating func flush() throws(FileError) {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    consuming func commit() throws(FileError) -> PublishedFile {
        try flush()
        var published = PublishedFile()
        published.path = name
        published.rows = rows
        published.bytes = file.count
        published.sha256 = file.sealed()
        try file.commit()
        return published
    }
}
