import Files
import Records
import SystemPackage

/// A table's file being written.
final class TableFile {
    private let name: String
    private var file: AtomicFile?
    private let texts: SharedTexts
    private var buffer = JSONWriter()
    private var rows = 0

    /// Bytes of rows that are handed to the file at once.
    private static let flushSize = 1 << 17

    init(_ table: String, in folder: FilePath, _ settings: WriteSettings) throws(FileError) {
        name = table + ".jsonl"
        file = try AtomicFile(folder.appending(name))
        texts = settings.texts
    }

    func append(_ row: some TableRow) throws(FileError) {
        var row = row
        row.redact(to: texts)
        row.write(json: &buffer)
        try end()
    }

    /// Appends a row that was written already.
    func append(written row: ArraySlice<UInt8>) throws(FileError) {
        row.withUnsafeBufferPointer { buffer.write(raw: $0) }
        try end()
    }

    private func end() throws(FileError) {
        buffer.newline()
        rows += 1
        if buffer.bytes.count >= Self.flushSize { try flush() }
    }

    private func flush() throws(FileError) {
        try file?.write(buffer.bytes)
        buffer.removeAll()
    }

    /// Makes the file durable. Nothing may be appended afterwards.
    func commit() throws(FileError) -> PublishedFile {
        try flush()
        var published = PublishedFile()
        published.path = name
        published.rows = rows
        guard var file = file.take() else { return published }
        published.bytes = file.count
        published.sha256 = file.sealed()
        try file.commit()
        return published
    }
}
