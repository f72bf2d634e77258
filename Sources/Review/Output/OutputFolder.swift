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
    /// - Parameter names: only rows that hold one of these strings, such as an id, are read.
    func each<Record: JSONRecord>(
        _ table: String, naming names: Set<String>, as type: Record.Type = Record.self,
        _ take: (Record, _ partition: FilePath) throws -> Void
    ) throws {
        // As the writer of the tables writes it. Looking for many costs more than reading all.
        let needles: [[UInt8]] = (names.count > 16 ? [] : names.sorted()).map { name in
            var writer = JSONWriter()
            writer.write(name)
            return writer.bytes
        }
        try each(table, holding: needles, take)
    }

    /// - Parameter needles: only rows that hold one of these are read; empty for all.
    func each<Record: JSONRecord>(
        _ table: String, holding needles: [[UInt8]] = [], as type: Record.Type = Record.self,
        _ take: (Record, _ partition: FilePath) throws -> Void
    ) throws {
        for partition in partitions {
            guard TableLines.path(of: table, in: partition) != nil else { continue }
            let lines = try TableLines(table, in: partition)
            while let bytes = try lines.next() {
                guard needles.isEmpty || needles.contains(where: { holds(bytes, $0) }) else { continue }
                if let record = try? Row(bytes).decode(Record.self) { try take(record, partition) }
            }
        }
    }
}
