import Glibc
public import SystemPackage

/// Reads a file line by line with bounded memory.
public struct LineReader: ~Copyable {
    /// One line without its line feed.
    public enum Line: Equatable, Sendable {
        case line([UInt8])
        /// The line was longer than the limit and was passed over; its length in bytes.
        case tooLong(Int)
    }

    public let path: FilePath
    private let file: FileDescriptor
    private let closes: Bool
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var atEnd = false
    private var isFirst = true
    /// Of the buffer's first byte in the file.
    private var base = 0
    /// Where the line that was handed out last begins, in bytes.
    public private(set) var offset = 0

    private static let chunk = 1 << 18

    /// Opens a file; `-` is standard input. Lines longer than `limit` bytes are passed over and reported.
    public init(_ path: FilePath, limit: Int = 256 << 20) throws(FileError) {
        self.path = path
        self.limit = limit
        closes = path != "-"
        file = closes ? try naming("open", path) { try FileDescriptor.open(path, .readOnly) } : .standardInput
    }

    deinit {
        if closes { try? file.close() }
    }

    /// The next line that is not empty, or null at the end. A byte order mark at the start of the file is passed over.
    public mutating func next() throws(FileError) -> Line? {
        while let line = try nextLine() {
            if line != .line([]) { return line }
        }
        return nil
    }

    private mutating func nextLine() throws(FileError) -> Line? {
        var searched = start
        var dropped = 0
        while true {
            if let end = newline(from: searched) {
                let length = end - start
                offset = base + start
                defer { start = end + 1 }
                return dropped > 0 || length > limit ? .tooLong(dropped + length) : .line(Array(buffer[start..<end]))
            }
            if buffer.count - start > limit {
                dropped += buffer.count - start
                start = buffer.count
            }
            searched = buffer.count - start
            buffer.removeFirst(start)
            base += start
            start = 0
            let hasMore = atEnd ? false : try fill()
            if !hasMore {
                guard dropped + buffer.count > 0 else { return nil }
                offset = base
                defer { buffer = [] }
                return dropped > 0 ? .tooLong(dropped + buffer.count) : .line(buffer)
            }
        }
    }

    private func newline(from index: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard index < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + index, 10, bytes.count - index)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Reads more; false at the end of the file.
    private mutating func fill() throws(FileError) -> Bool {
        let old = buffer.count
        let file = file
        let path = path
        buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
        let read = try naming("read", path) {
            try buffer.withUnsafeMutableBytes {
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[old...]))
            }
        }
        buffer.removeLast(Self.chunk - read)
        atEnd = read == 0
        if isFirst, read > 0 {
            isFirst = false
            if buffer.starts(with: [0xef, 0xbb, 0xbf]) {
                buffer.removeFirst(3)
                base = 3
            }
        }
        return read > 0
    }
}
