import Files
import Glibc
import SystemPackage

/// Bytes that are appended, then read at any place. A small one stays in memory; a larger one lies in a file, and no more
/// than a buffer of it in memory.
///
/// Reads go through the system's page cache and not through a mapping, so that they never count as memory of ours.
final class Spool {
    // Read for every record that is read.
    @exclusivity(unchecked) private var file: FileDescriptor?
    private let path: FilePath
    /// Bytes from `written` on.
    @exclusivity(unchecked) private var buffer: [UInt8] = []
    /// All bytes, those in the buffer too.
    @exclusivity(unchecked) private(set) var count: Int
    @exclusivity(unchecked) private var written: Int
    private var scratch: [UInt8] = []

    private let mostInMemory: Int
    private static let flushSize = 1 << 18

    /// An empty one. Its file, where it needs one, lies in a temporary folder, without a name from the start, so that nothing
    /// is ever left behind.
    ///
    /// - Parameter mostInMemory: bytes.
    init(mostInMemory: Int = 0) {
        self.mostInMemory = max(mostInMemory, Self.flushSize)
        path = .temporaryFolder
        count = 0
        written = 0
    }

    /// A file that is there, for reading.
    init(reading path: FilePath) throws {
        self.path = path
        mostInMemory = 0
        guard let stamp = FileStamp(path), stamp.kind == .file else {
            throw FileError("open", path, .noSuchFileOrDirectory)
        }
        file = try FileDescriptor.open(path, .readOnly)
        count = stamp.size
        written = count
    }

    deinit { try? file?.close() }

    /// Returns where the bytes begin.
    @discardableResult
    func append(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        let start = count
        // Address space alone: pages are taken as they are filled, and nothing is moved.
        if buffer.capacity == 0 {
            buffer.reserveCapacity(file == nil ? mostInMemory : Self.flushSize)
            buffer.takeLargePages()
        }
        buffer.append(contentsOf: bytes)
        count += bytes.count
        if buffer.count >= (file == nil ? mostInMemory : Self.flushSize) { try flush() }
        return start
    }

    private func flush() throws {
        guard !buffer.isEmpty else { return }
        let isFirst = file == nil
        let file = try self.file ?? path.unnamedFile()
        self.file = file
        written += try file.writeAll(toAbsoluteOffset: Int64(written), buffer)
        buffer.removeAll(keepingCapacity: !isFirst)
    }

    /// - Throws: `FileError` also where the file ends before the place does.
    func read(at offset: Int, into target: UnsafeMutableRawBufferPointer) throws {
        guard offset >= 0, target.count <= count - offset else { throw FileError("read", path, .ioError) }
        if offset >= written {
            let place = offset - written
            buffer.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[place..<place + target.count])) }
            return
        }
        if offset + target.count > written { try flush() }
        var filled = 0
        while filled < target.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: target[filled...])
            let read = try file?.read(fromAbsoluteOffset: Int64(offset + filled), into: rest) ?? 0
            guard read > 0 else { throw FileError("read", path, .ioError) }
            filled += read
        }
    }

    /// Lends bytes without a copy of their own: they are valid in `body` alone, which must not use the spool.
    func withBytes<R>(at offset: Int, count wanted: Int, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
        guard offset >= 0, wanted >= 0, wanted <= count - offset else { throw FileError("read", path, .ioError) }
        if offset >= written {
            let place = offset - written
            return try buffer.withUnsafeBytes { try body(.init(rebasing: $0[place..<place + wanted])) }
        }
        if scratch.count < wanted { scratch = [UInt8](repeating: 0, count: 2 * wanted) }
        return try scratch.withUnsafeMutableBytes { scratch in
            let target = UnsafeMutableRawBufferPointer(rebasing: scratch[..<wanted])
            try read(at: offset, into: target)
            return try body(UnsafeRawBufferPointer(target))
        }
    }

    func bytes(at offset: Int, count: Int) throws -> [UInt8] { try elements(at: offset, count: count, of: UInt8.self) }

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
