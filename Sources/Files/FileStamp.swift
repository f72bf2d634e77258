import Glibc
public import SystemPackage

/// What tells cheaply whether a file was changed: size, time of modification and inode.
public struct FileStamp: Hashable, Sendable {
    public enum Kind: Sendable {
        case file
        case folder
        case other
    }

    public var kind: Kind
    /// In bytes.
    public var size: Int
    /// In nanoseconds since 1970; years that do not fit wrap round, for it is only compared.
    public var modified: Int
    public var inode: Int

    /// Null where nothing is there. Symbolic links are followed.
    public init?(_ path: FilePath) {
        guard let status = try? path.stat() else { return nil }
        kind = status.type == .regular ? .file : status.type == .directory ? .folder : .other
        size = Int(status.size)
        modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
        inode = Int(bitPattern: UInt(status.inode.rawValue))
    }
}
