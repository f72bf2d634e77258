import Digest
import Files
import Glibc
public import SystemPackage

/// Writes WARC 1.1 files `crawl-00001.warc.gz`, …: a gzip member a record, so that a file that was cut off is readable to
/// its last whole record.
///
/// Records wait in memory until ``flush()``. What was flushed but is not known to the caller is cut off when writing goes
/// on after an interruption, so that the files hold what the caller knows and nothing else.
public struct WARCWriter: ~Copyable {
    /// Where a record lies.
    public struct Place: Sendable, Equatable {
        /// The number in the file's name.
        public var file: Int
        /// In bytes.
        public var offset: Int
        public var length: Int
        /// Of the record as it lies in the file, 64 hexadecimal digits.
        public var sha256: String
        /// The record's name, with its angle brackets.
        public var id: String

        public init(file: Int, offset: Int, length: Int, sha256: String, id: String) {
            (self.file, self.offset, self.length, self.sha256, self.id) = (file, offset, length, sha256, id)
        }
    }

    private let folder: FilePath
    private let rotation: Int
    private let information: String
    private let compressor = RecordCompressor()
    private var buffer: [UInt8] = []
    private var descriptor: FileDescriptor?
    /// The number of the file that is being written; 0 before the first.
    public private(set) var file: Int
    /// Its length with what waits, in bytes.
    public private(set) var length: Int

    /// - Parameters:
    ///   - file: the number of the last file that the caller knows, 0 for none, and its length.
    ///   - rotation: in bytes; a file that is longer is followed by another.
    ///   - information: the lines of each file's warcinfo record.
    public init(folder: FilePath, file: Int, length: Int, rotation: Int, information: [(String, String)]) throws {
        self.folder = folder
        self.rotation = rotation
        self.information = information.map { "\($0.0): \($0.1)\r\n" }.joined()
        self.file = file
        self.length = length
        try folder.makeFolder()
        for name in try folder.names() {
            if let number = Self.number(name), number > file { try folder.appending(name).removeAll() }
        }
        if file > 0 { try resume() }
    }

    deinit {
        try? descriptor?.close()
    }

    public static func name(_ file: Int) -> String {
        let digits = String(file)
        return "crawl-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".warc.gz"
    }

    private static func number(_ name: String) -> Int? {
        guard name.hasPrefix("crawl-"), name.hasSuffix(".warc.gz") else { return nil }
        return Int(name.dropFirst("crawl-".count).dropLast(".warc.gz".count))
    }

    /// Goes on where the caller's knowledge ends. A file that is shorter than that is left as it is and followed by another.
    private mutating func resume() throws {
        let path = folder.appending(Self.name(file))
        guard let stamp = FileStamp(path), stamp.size >= length else {
            length = rotation
            return
        }
        let descriptor = try FileDescriptor.open(path, .writeOnly, options: [.append])
        self.descriptor = descriptor
        guard ftruncate(descriptor.rawValue, off_t(length)) == 0 else { throw FileError.last("truncate", path) }
    }

    /// Begins another file where the present one is long enough. Records that belong together are appended without it.
    public mutating func rotate(date: String) throws {
        guard file == 0 || length >= rotation else { return }
        try flush()
        try sync()
        try descriptor?.close()
        file += 1
        length = 0
        descriptor = try FileDescriptor.open(
            folder.appending(Self.name(file)), .writeOnly, options: [.create, .truncate, .append],
            permissions: [.ownerReadWrite, .groupRead, .otherRead])
        try folder.syncFolder()
        var draft = WARCDraft(.warcinfo, date: date, head: Array(information.utf8))
        draft.fields = [("WARC-Filename", Self.name(file))]
        _ = append(draft)
    }

    /// The name that the next record will have.
    public func nextID(of draft: WARCDraft) -> String {
        draft.id(at: "\(Self.name(file)) \(length)")
    }

    public mutating func append(_ draft: WARCDraft) -> Place {
        let id = nextID(of: draft)
        let offset = length
        let count = compressor.append(draft.record(id: id), to: &buffer)
        length += count
        let digest = buffer.withUnsafeBytes {
            SHA256.hex(UnsafeRawBufferPointer(rebasing: $0[($0.count - count)...]))
        }
        return Place(file: file, offset: offset, length: count, sha256: digest, id: id)
    }

    /// Writes what waits, so that it outlives this process.
    public mutating func flush() throws {
        guard !buffer.isEmpty, let descriptor else { return }
        _ = try descriptor.writeAll(buffer)
        buffer.removeAll(keepingCapacity: buffer.count < 1 << 20)
    }

    /// Makes what was written outlive the machine.
    public func sync() throws {
        guard let descriptor, fdatasync(descriptor.rawValue) == 0 else {
            if descriptor == nil { return }
            throw FileError.last("sync", folder.appending(Self.name(file)))
        }
    }
}
