public import Files
public import Records
public import SystemPackage

/// Records that are a small file of their own: one line of JSON.
extension JSONRecord {
    /// The record of a file, or null where none, or no readable one, lies there. `limit` is in bytes.
    public static func read(from path: FilePath, limit: Int = 64 << 20) -> Self? {
        guard let bytes = try? path.readBytes(limit: limit), let row = try? Row(bytes) else { return nil }
        return try? row.decode()
    }

    /// Writes the file atomically.
    public func write(to path: FilePath) throws(FileError) {
        var writer = JSONWriter()
        write(json: &writer)
        writer.newline()
        try path.writeAtomically(writer.bytes)
    }
}
