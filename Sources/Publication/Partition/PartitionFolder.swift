import Files
import SystemPackage

/// A partition's folder, which readers see whole, old or new, and never half.
struct PartitionFolder {
    let path: FilePath

    /// Hidden, beside the partition. Only one writer works on a partition at a time.
    private var draft: FilePath { path.parent.appending(".\(path.name)\(AtomicFile.temporarySuffix)") }

    /// Calls `fill` with an empty folder, and puts that into the partition's place unless both are the same.
    func replace(_ fill: (FilePath) throws -> Void) throws {
        try draft.removeAll()
        try draft.makeFolder()
        defer { try? draft.removeAll() }
        try fill(draft)
        if try Self.areEqual(draft, path) { return }
        try draft.syncFolder()
        try draft.takePlace(of: path)
        try path.parent.syncFolder()
    }

    /// Whether two folders hold the same files with the same bytes.
    private static func areEqual(_ one: FilePath, _ other: FilePath) throws -> Bool {
        guard FileStamp(other)?.kind == .folder, try one.names() == other.names() else { return false }
        for name in try one.names() {
            let (mine, theirs) = (one.appending(name), other.appending(name))
            guard FileStamp(mine)?.size == FileStamp(theirs)?.size, try mine.sha256() == theirs.sha256() else {
                return false
            }
        }
        return true
    }
}
