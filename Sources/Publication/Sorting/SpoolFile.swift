import Files
import Glibc
import SystemPackage

/// Writes one sorted run: for each row the lengths of key and row (8 bytes each), the key and the row.
final class SpoolWriter {
    private let path: FilePath
    private let file: FileDescriptor
    private var buffer: [UInt8] = []

    init(_ path: FilePath) throws {
        self.path = path
        file = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
    }

    func write(key: ArraySlice<UInt8>, row: ArraySlice<UInt8>) throws {
        for count in [key.count, row.count] {
            withUnsafeBytes(of: UInt64(count).littleEndian) { buffer += $0 }
        }
        buffer += key
        buffer += row
        if buffer.count > 1 << 16 { try flush() }
    }

    private func flush() throws {
        _ = try file.writeAll(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    func finish() throws -> FilePath {
        try flush()
        try file.close()
        return path
    }
}

/// Reads one sorted run.
final class SpoolReader {
    private let file: FileDescriptor
    private var buffer: [UInt8] = []
    private var start = 0
    /// The key and the row in hand; null at the end.
    private(set) var current: (key: ArraySlice<UInt8>, row: ArraySlice<UInt8>)?

    private static let chunk = 1 << 14

    init(_ path: FilePath) throws {
        file = try FileDescriptor.open(path, .readOnly)
        try advance()
    }

    deinit { try? file.close() }

    func precedes(_ other: SpoolReader) -> Bool {
        guard let mine = current, let theirs = other.current else { return current != nil }
        let byKey = compare(mine.key, theirs.key)
        return byKey != 0 ? byKey < 0 : compare(mine.row, theirs.row) < 0
    }

    func advance() throws {
        current = nil
        guard try fill(16) else { return }
        let key = length(at: start)
        let row = length(at: start + 8)
        guard try fill(16 + key + row) else { return }
        let first = start + 16
        current = (buffer[first..<first + key], buffer[first + key..<first + key + row])
        start = first + key + row
    }

    private func length(at place: Int) -> Int {
        buffer[place..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Makes so many bytes available; false where the file ends before them.
    private func fill(_ count: Int) throws -> Bool {
        guard buffer.count - start < count else { return true }
        buffer.removeFirst(start)
        start = 0
        while buffer.count < count {
            let old = buffer.count
            let wanted = max(Self.chunk, count - old)
            buffer.append(contentsOf: repeatElement(0, count: wanted))
            let read = try buffer.withUnsafeMutableBytes {
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[old...]))
            }
            buffer.removeLast(wanted - read)
            if read == 0 { return false }
        }
        return true
    }
}

/// Below, at or above zero as the first precedes, equals or follows the second: by bytes, then by length.
func compare(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Int {
    let shared = min(one.count, other.count)
    if shared > 0, let mine = one.baseAddress, let theirs = other.baseAddress {
        let order = memcmp(mine, theirs, shared)
        if order != 0 { return Int(order) }
    }
    return one.count - other.count
}

private func compare(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    one.withUnsafeBytes { mine in other.withUnsafeBytes { compare(mine, $0) } }
}
