import Digest
import Glibc
public import SystemPackage

/// A file that appears whole or not at all: written under a temporary name, synced, then renamed.
///
/// Without `commit` nothing is left behind.
public struct AtomicFile: ~Copyable {
    public let path: FilePath
    private let temporary: FilePath
    private let file: FileDescriptor
    private var digest = SHA256()
    private var isOpen = true
    /// Bytes written so far.
    public private(set) var count = 0

    /// What temporary files end with; whoever finds one that no process writes may delete it.
    public static let temporarySuffix = ".tmp"

    public init(_ path: FilePath) throws(FileError) {
        self.path = path
        let temporary = path.parent.appending(".\(path.name).\(getpid())\(Self.temporarySuffix)")
        self.temporary = temporary
        file = try naming("create", temporary) {
            try FileDescriptor.open(
                temporary, .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        }
    }

    deinit {
        if isOpen {
            try? file.close()
            _ = temporary.withPlatformString { unlink($0) }
        }
    }

    public mutating func write(_ bytes: [UInt8]) throws(FileError) {
        let file = file
        try naming("write", temporary) { _ = try file.writeAll(bytes) }
        bytes.withUnsafeBytes { digest.update($0) }
        count += bytes.count
    }

    /// The SHA-256 of all bytes, 64 hexadecimal digits. Nothing may be written afterwards.
    public mutating func sealed() -> String { digest.finish() }

    /// Makes the file durable under its own name.
    public consuming func commit() throws(FileError) {
        isOpen = false
        let file = file
        defer { try? file.close() }
        guard fsync(file.rawValue) == 0 else { throw FileError.last("sync", temporary) }
        let renamed = temporary.withPlatformString { old in path.withPlatformString { rename(old, $0) } }
        guard renamed == 0 else { throw FileError.last("rename", temporary) }
        try path.parent.syncFolder()
    }
}

extension FilePath {
    /// Writes a whole small file atomically.
    public func writeAtomically(_ bytes: [UInt8]) throws(FileError) {
        var file = try AtomicFile(self)
        try file.write(bytes)
        try file.commit()
    }

    /// Makes renames and new names in a folder durable.
    public func syncFolder() throws(FileError) {
        let folder = try naming("open", self) { try FileDescriptor.open(self, .readOnly, options: [.directory]) }
        defer { try? folder.close() }
        guard fsync(folder.rawValue) == 0 else { throw FileError.last("sync", self) }
    }
}
