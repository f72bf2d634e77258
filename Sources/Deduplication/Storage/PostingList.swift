import Files
import SystemPackage

/// A file of pairs of a 32-bit hash and a number, ascending: 64 bits each, the hash above the number.
///
/// Of a fixed size, so that a reader leaps over what it is not asked for: packed lists of half the size took three times as
/// long to read.
struct PostingListWriter: ~Copyable {
    private var file: AtomicFile
    private var buffer: [UInt64] = []

    private static let size = 1 << 15

    init(_ path: FilePath) throws { file = try AtomicFile(path) }

    @inline(__always)
    mutating func append(_ hash: UInt32, _ number: UInt32) throws {
        buffer.append(UInt64(hash) << 32 | UInt64(number))
        if buffer.count == Self.size { try flush() }
    }

    private mutating func flush() throws {
        try buffer.withUnsafeBytes { try file.write(Array($0)) }
        buffer.removeAll(keepingCapacity: true)
    }

    consuming func commit() throws -> SegmentFile {
        try flush()
        return try file.commitForSegment()
    }
}

/// Reads such a file from beginning to end, passing over what is not asked for.
final class PostingListReader {
    private let spool: Spool
    private var offset = 0
    private var buffer: [UInt64]
    private var place = 0
    private var filled = 0

    private static let size = 1 << 15

    init(_ path: FilePath) throws {
        spool = try Spool(reading: path)
        buffer = [UInt64](repeating: 0, count: min(Self.size, spool.count / 8))
    }

    /// The numbers that stand with a hash. The hashes that are asked for ascend.
    func each(_ hash: UInt32, _ body: (UInt32) -> Void) throws {
        while true {
            advance(to: UInt64(hash) << 32)
            while place < filled, buffer[place] >> 32 == UInt64(hash) {
                body(UInt32(truncatingIfNeeded: buffer[place]))
                place += 1
            }
            guard place == filled, try refill() else { return }
        }
    }

    /// Leaps in growing steps, then halves the last one (Bentley and Yao 1976).
    private func advance(to wanted: UInt64) {
        buffer.withUnsafeBufferPointer { buffer in
            var step = 1
            while place + step < filled, buffer[place + step] < wanted {
                place += step
                step *= 2
            }
            var end = min(filled, place + step + 1)
            while place < end {
                let middle = (place + end) / 2
                if buffer[middle] < wanted { place = middle + 1 } else { end = middle }
            }
        }
    }

    private func refill() throws -> Bool {
        let count = min(buffer.count, spool.count / 8 - offset)
        guard count > 0 else { return false }
        try buffer.withUnsafeMutableBytes {
            try spool.read(at: 8 * offset, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<(8 * count)]))
        }
        offset += count
        place = 0
        filled = count
        return true
    }
}
