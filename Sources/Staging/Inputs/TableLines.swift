import Archive
import Files
public import SystemPackage

/// The lines of a published table, whichever way it is compressed.
public final class TableLines {
    private let path: FilePath
    private let file: FileDescriptor
    private let chunks: () throws -> [UInt8]?
    private var buffer: [UInt8] = []
    private var start = 0
    private var atEnd = false

    private static let chunk = 1 << 18
    /// In bytes; a longer line is an error.
    private static let limit = 256 << 20

    /// Where a table lies in a partition; null where it does not.
    public static func path(of table: String, in partition: FilePath) -> FilePath? {
        [".jsonl", ".jsonl.gz", ".jsonl.zst"].map { partition.appending(table + $0) }.first { FileStamp($0) != nil }
    }

    /// - Throws: `FileError` where the partition has no such table.
    public init(_ table: String, in partition: FilePath) throws {
        let path: FilePath = Self.path(of: table, in: partition) ?? partition.appending(table + ".jsonl")
        let file: FileDescriptor
        do { file = try FileDescriptor.open(path, .readOnly) } catch {
            throw FileError("open", path, error as? Errno ?? .ioError)
        }
        func read() throws -> [UInt8]? {
            let bytes = try [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, count in
                count = try file.read(into: UnsafeMutableRawBufferPointer(room))
            }
            return bytes.isEmpty ? nil : bytes
        }
        self.path = path
        self.file = file
        let chunks: () throws -> [UInt8]?
        switch path.extension {
        // Our own files may be as dense as they like.
        case "gz": chunks = InflatedChunks(limit: .max, ratio: 1 << 20, source: read).next
        case "zst": chunks = ZstdChunks(source: read).next
        default: chunks = read
        }
        self.chunks = {
            do { return try chunks() } catch {
                // What cannot be unpacked is damaged.
                throw FileError("read", path, error as? Errno ?? .ioError)
            }
        }
    }

    deinit { try? file.close() }

    /// The next line without its line feed; null at the end.
    public func next() throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            searched = buffer.count - start
            buffer.removeFirst(start)
            start = 0
            guard searched <= Self.limit else { throw FileError("read", path, .fileTooLarge) }
            guard !atEnd, let more = try chunks() else {
                atEnd = true
                defer { buffer = [] }
                return buffer.isEmpty ? nil : buffer
            }
            buffer += more
        }
    }
}
