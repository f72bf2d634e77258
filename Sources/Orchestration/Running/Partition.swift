import Files
import Records
import Staging
import SystemPackage

/// A published partition, as its run.json describes it.
enum Partition {
    /// What the runner reads of run.json.
    struct Contents: JSONRecord {
        struct File: JSONRecord {
            var path = ""
            var rows = 0
            var sha256 = ""

            mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
                try visitor.field("path", &path)
                try visitor.field("rows", &rows)
                try visitor.field("sha256", &sha256)
            }
        }

        struct Outlet: JSONRecord {
            var copies = 0

            mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
                try visitor.field("copies", &copies)
            }
        }

        var outlets: [Outlet] = []
        var files: [File] = []

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("outlets", &outlets)
            try visitor.field("files", &files)
        }

        func rows(_ table: String) -> Int { files.first { $0.path.hasPrefix(table + ".jsonl") }?.rows ?? 0 }
    }

    /// Null where there is no partition that describes itself.
    static func contents(_ partition: FilePath) -> Contents? {
        Contents.read(from: partition.appending("run.json"), limit: 256 << 20)
    }

    /// What differs between a partition and its run.json, for a person; null where nothing does.
    static func difference(_ partition: FilePath, _ digests: inout DigestCache) throws -> String? {
        guard let contents = contents(partition) else {
            return "\(partition.appending("run.json")) is missing or no JSON object"
        }
        for file in contents.files {
            let path = partition.appending(file.path)
            guard let digest = try digests.digest(of: path) else { return "\(path) is missing" }
            guard digest == file.sha256 else { return "\(path) is not what run.json says" }
        }
        let known = Set(contents.files.map(\.path)).union(["run.json"])
        let strangers = try partition.names().filter { !known.contains($0) }
        return strangers.isEmpty ? nil : "\(partition) holds files that run.json does not list: \(strangers)"
    }

    /// The dates that have a partition, ascending.
    static func dates(in output: FilePath) throws -> [String] {
        guard FileStamp(output)?.kind == .folder else { return [] }
        return try output.names().filter { $0.hasPrefix("date=") }.map { String($0.dropFirst("date=".count)) }
    }
}
