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
        var writer = JSONWriter()
        content.write(json: &writer)
        writer.newline()
        try path(of: shard).writeAtomically(writer.bytes)
    }

    /// What was learnt for these inputs; nothing where the inputs were others.
    static func read(of shard: FilePath, inputs: String) -> SkipList {
        guard let bytes = try? path(of: shard).readBytes(limit: 1 << 20), let row = try? Row(bytes),
            let content: Content = try? row.decode(), content.inputsSHA256 == inputs
        else { return SkipList() }
        return SkipList(content.skip.compactMap { SkipArgument(argument: $0) })
    }

    static func remove(of shard: FilePath) throws {
        try path(of: shard).removeAll()
    }
}
