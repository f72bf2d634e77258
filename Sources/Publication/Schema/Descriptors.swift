import Files
import Records
import SystemPackage

/// The files by which a partition explains itself.
enum Descriptors {
    /// Writes them into a partition whose tables are written.
    static func write(_ report: RunReport, into folder: FilePath) throws -> [PublishedFile] {
        [
            try write("schema.json", into: folder) { JSONSchema.write(&$0) },
            try write("datapackage.json", into: folder) { DataPackage.write(&$0, report) },
            try write("metadata.json", into: folder) { Croissant.write(&$0, report) },
        ]
    }

    private static func write(
        _ name: String, into folder: FilePath, _ fill: (inout JSONWriter) -> Void
    ) throws -> PublishedFile {
        var writer = JSONWriter()
        fill(&writer)
        writer.newline()
        var file = try AtomicFile(folder.appending(name))
        try file.write(writer.bytes)
        var published = PublishedFile()
        published.path = name
        published.bytes = file.count
        published.sha256 = file.sealed()
        try file.commit()
        return published
    }
}
