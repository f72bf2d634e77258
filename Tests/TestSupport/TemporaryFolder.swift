import Files
import Glibc
public import SystemPackage

/// A folder that is removed with its owner.
public final class TemporaryFolder {
    public let path: FilePath

    public init() throws {
        var template = Array("/tmp/pipeline-tests-XXXXXX".utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
            throw FileError.last("create", "/tmp")
        }
        path = FilePath(platformString: made)
    }

    deinit { try? path.removeAll() }

    /// Writes a file, with the folders above it, and returns its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> FilePath {
        try write(name, Array(text.utf8))
    }

    @discardableResult
    public func write(_ name: String, _ bytes: [UInt8]) throws -> FilePath {
        let file = path.pushing(FilePath(name))
        try file.parent.makeFolder()
        // Not atomically: nothing here has to survive a power cut.
        let descriptor = try FileDescriptor.open(
            file, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
        defer { try? descriptor.close() }
        _ = try descriptor.writeAll(bytes)
        return file
    }
}
