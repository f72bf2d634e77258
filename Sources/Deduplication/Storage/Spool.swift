import Files
import Glibc
import SystemPackage

/// Bytes that are appended, then read at any place: what does not fit into memory. Holds a buffer, no more.
///
/// Reads go through the system's page cache and not through a mapping, so that they never count as memory of ours.
final class Spool {
    private let file: FileDescriptor
    private let path: FilePath
    private var buffer: [UInt8] = []
    /// All bytes, those in the buffer too.
    private(set) var count: Int
    private var written: Int

    private static let flushSize = 1 << 18

    /// An empty one in a temporary folder, without a name from the start, so that nothing is ever left behind.
    init() throws {
        path = getenv("TMPDIR").map { FilePath(platformString: $0) } ?? "/tmp"
        var template = Array(path.appending("pipeline-deduplicate-XXXXXX").string.utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard descriptor >= 0 else { throw FileError.last("create", path) }
        template.withUnsafeBufferPointer { _ = $0.baseAddress.map { unlink($0) } }
        file = FileDescriptor(rawValue: descriptor)
        count = 0
        written = 0
    }

    /// A file that is there, for reading.
    init(reading path: FilePath) throws {
        self.path = path
        guard let stamp = FileStamp(path), stamp.kind == .file else {
            throw FileError("open", path, .noSuchFileOrDirectory)
        }
        file = try FileDescriptor.open(path, .readOnly)
        count = stamp.size
        written = count
    }

    deinit { try? file.close() }

    /// Returns where the bytes begin.
    @discardableResult
    func append(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        let start = count
        buffer.append(contentsOf: bytes)
        count += bytes.count
        if buffer.count >= Self.flushSize { try flush() }
        return start
    }

    func flush() throws {
        guard !buffer.isEmpty else { return }
        let whole = try file.writeAll(toAbsoluteOffset: Int64(written), buffer)
        written += whole
        buffer.removeAll(keepingCapacity: true)
    }

    /// - Throws: `FileError` also where the file ends before the place does.
    func read(at offset: Int, into target: UnsafeMutableRawBufferPointer) throws {
        guard offset >= 0, target.count <= count - offset else { throw FileError("read", path, .ioError) }
        if offset + target.count > written { try flush() }
        var filled = 0
        while filled < target.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: target[filled...])
            let read = try file.read(fromAbsoluteOffset: Int64(offset + filled), into: rest)
            guard read > 0 else { throw FileError("read", path, .ioError) }
            filled += read
        }
    }

    func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        guard count <= self.count else { throw FileError("read", path, .ioError) }
        return try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            try read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: raw[..<count]))
            filled = count
        }
    }

    /// Elements that are plain numbers, as they lie in memory: little-endian on every machine that we build for.
    func elements<Element: BitwiseCopyable>(at offset: Int, count: Int, of type: Element.Type) throws -> [Element] {
        guard count <= self.count / MemoryLayout<Element>.stride else { throw FileError("read", path, .ioError) }
        return try [Element](unsafeUninitializedCapacity: count) { buffer, filled in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            let size = count * MemoryLayout<Element>.stride
            try read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: raw[..<size]))
            filled = count
        }
    }
}
