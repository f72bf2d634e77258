import Files
import Records
import SystemPackage

/// The files by which a partition explains itself.
enum Descriptors {
    /// Writes them into a partition whose tables are written.
    static func write(_ report: RunReport, into folder: FilePath) throws -> [PublishedFile] {
        [
            try write("schema.json", json { JSONSchema.write(&$0) }, into: folder),
            try write("datapackage.json", json { DataPackage.write(&$0, report) }, into: folder),
            try write("metadata.json", json { Croissant.write(&$0, report) }, into: folder),
            try write("views.sql", DuckDBViews.write(), into: folder),
        ]
    }

    private static func json(_ fill: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        fill(&writer)
        writer.newline()
        return writer.bytes
    }

    private static func write(_ name: String, _ bytes: [UInt8], into folder: FilePath) throws -> PublishedFile {
        var file = try AtomicFile(folder.appending(name))
        try file.write(bytes)
        var published = PublishedFile()
        published.path = name
        published.bytes = file.count
        published.sha256 = file.sealed()
        try file.commit()
        return published
    }
}
