import Files
import Records
import Staging
import SystemPackage

/// Records that must be passed over in a shard, kept beside it so that a later run need not learn them again.
enum SkipFile {
    private struct Content: JSONRecord {
        var inputsSHA256 = ""
        var skip: [String] = []

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("inputs_sha256", &inputsSHA256)
            try visitor.field("skip", &skip)
        }
    }

    static func path(of shard: FilePath) -> FilePath { shard.replacingExtension("skip.json") }

    static func write(_ list: SkipList, of shard: FilePath, inputs: String) throws {
        var content = Content()
        content.inputsSHA256 = inputs
        content.skip = list.reasons.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.rawValue)" }
        try content.write(to: path(of: shard))
    }

    /// What was learnt for these inputs; nothing where the inputs were others.
    static func read(of shard: FilePath, inputs: String) -> SkipList {
        guard let content = Content.read(from: path(of: shard), limit: 1 << 20), content.inputsSHA256 == inputs else {
            return SkipList()
        }
        return SkipList(content.skip.compactMap { SkipArgument(argument: $0) })
    }

    static func remove(of shard: FilePath) throws {
        try path(of: shard).removeAll()
    }
}
