import Files
public import SystemPackage

/// The shards that a stage left in a folder.
public struct ShardFolder {
    public let path: FilePath

    public init(_ path: FilePath) {
        self.path = path
    }

    /// In ascending byte order of their names; none where there is no folder.
    public func shards() throws -> [FilePath] {
        guard FileStamp(path)?.kind == .folder else { return [] }
        return try path.names().filter { $0.hasSuffix(".jsonl") && !$0.hasSuffix(".quarantine.jsonl") }
            .map { path.appending($0) }
    }

    /// Those of the shards that have one.
    public func manifests() throws -> [FilePath] {
        try shards().map(Manifest.path).filter { FileStamp($0) != nil }
    }
}
