import Files
import Records
import Staging
import SystemPackage

/// SHA-256 digests of files, computed again only where size, time of modification or inode changed.
struct DigestCache: ~Copyable {
    private struct Entry: JSONRecord {
        var path = ""
        var size = 0
        var modified = 0
        var inode = 0
        var sha256 = ""

        init() {}

        init(path: String, _ stamp: FileStamp, sha256: String) {
            self.path = path
            size = stamp.size
            modified = stamp.modified
            inode = stamp.inode
            self.sha256 = sha256
        }

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("path", &path)
            try visitor.field("size", &size)
            try visitor.field("modified", &modified)
            try visitor.field("inode", &inode)
            try visitor.field("sha256", &sha256)
        }
    }

    private let path: FilePath
    private var known: [String: Entry] = [:]
    private var used: [String: Entry] = [:]
    private var changed = false

    /// An empty one, which believes nothing and is kept nowhere.
    init() { path = FilePath() }

    /// Reads the cache; a damaged line is forgotten and its file digested again.
    init(_ path: FilePath) throws {
        self.path = path
        guard FileStamp(path) != nil else { return }
        var rows = try RowReader(path)
        while let record = try rows.next() {
            guard case .value(let row) = record.content, let entry: Entry = try? row.decode() else { continue }
            known[entry.path] = entry
        }
    }

    /// The digest of a file, or null where none is there. `tick` is called often while a file is read, and may throw.
    mutating func digest(of file: FilePath, tick: () throws -> Void = {}) throws -> String? {
        guard let stamp = FileStamp(file), stamp.kind == .file else { return nil }
        let key = file.absolute.string
        if let entry = used[key] ?? known[key], entry.size == stamp.size, entry.modified == stamp.modified,
            entry.inode == stamp.inode
        {
            used[key] = entry
            return entry.sha256
        }
        let digest = try file.sha256(tick: tick)
        changed = true
        // A file written within the clock's grain may change again without a new time, as git's "racy" entries.
        guard stamp.modified < Clock.now - 50_000_000 else { return digest }
        used[key] = Entry(path: key, stamp, sha256: digest)
        return digest
    }

    /// Writes the digests that were asked for, if any changed.
    mutating func save() throws {
        guard changed || used.count != known.count else { return }
        var writer = JSONWriter()
        for entry in used.values.sorted(by: { $0.path < $1.path }) {
            entry.write(json: &writer)
            writer.newline()
        }
        try path.writeAtomically(writer.bytes)
        known = used
        changed = false
    }
}
