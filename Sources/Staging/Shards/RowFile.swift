import Files
import Records
import SystemPackage

/// Rows on their way into a file of their own, of which only the last few are in memory.
struct RowFile: ~Copyable {
    private var file: AtomicFile
    private var rows = JSONWriter()

    private static let flushSize = 1 << 16

    init(_ path: FilePath) throws(FileError) {
        file = try AtomicFile(path)
    }

    mutating func append(_ row: some JSONRecord) throws(FileError) {
        row.write(json: &rows)
        rows.newline()
        if rows.bytes.count >= Self.flushSize { try flush() }
    }

    private mutating func flush() throws(FileError) {
        try file.write(rows.bytes)
        rows.removeAll()
    }

    consuming func commit() throws(FileError) {
        try flush()
        try file.commit()
    }
}
