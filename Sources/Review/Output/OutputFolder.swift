import Files
import Records
import Staging
public import SystemPackage

/// What runs have published: one partition, or the folder that holds a partition a date.
public struct OutputFolder {
    let path: FilePath
    /// Ascending by date.
    let partitions: [FilePath]

    /// - Throws: `StageFailure` where nothing is published there.
    public init(_ path: FilePath) throws {
        self.path = path
        if FileStamp(path.appending("run.json")) != nil {
            partitions = [path]
        } else if FileStamp(path)?.kind == .folder {
            partitions = try path.names().filter { $0.hasPrefix("date=") }.map { path.appending($0) }
        } else {
            partitions = []
        }
        guard !partitions.isEmpty else {
            throw StageFailure(.usage, "\(path) holds no partition: name the folder of the output, or one date of it")
        }
    }

    /// Hands on the rows of a table in all partitions, the earliest first. A partition without the table is passed over.
    ///
    /// - Parameter name: only rows that hold this string, such as an id, are read; null for all.
    func each<Record: JSONRecord>(
        _ table: String, naming name: String? = nil, as type: Record.Type = Record.self,
        _ take: (Record, _ partition: FilePath) throws -> Void
    ) throws {
        let needle = name.map { name in
            // As the writer of the tables writes it.
            var writer = JSONWriter()
            writer.write(name)
            return writer.bytes
        }
        for partition in partitions {
            guard TableLines.path(of: table, in: partition) != nil else { continue }
            let lines = try TableLines(table, in: partition)
            while let bytes = try lines.next() {
                guard needle.map({ holds(bytes, $0) }) ?? true else { continue }
                if let record = try? Row(bytes).decode(Record.self) { try take(record, partition) }
            }
        }
    }
}
