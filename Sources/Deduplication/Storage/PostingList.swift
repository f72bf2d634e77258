import Files
import SystemPackage

/// A file of pairs of a 32-bit hash and a number, ascending: of the hash the difference to the last, then the number or,
/// where the hash is the same, its difference; both as LEB128 (DWARF 5, 7.6). About 4.5 bytes a pair.
struct PostingListWriter: ~Copyable {
    private var file: AtomicFile
    private var buffer: [UInt8] = []
    private var hash: UInt64 = 0
    private var number: UInt64 = 0

    init(_ path: FilePath) throws { file = try AtomicFile(path) }

    mutating func append(_ hash: UInt32, _ number: UInt32) throws {
        let step = UInt64(hash) - self.hash
        Varint.append(step, to: &buffer)
        Varint.append(step == 0 ? UInt64(number) - self.number : UInt64(number), to: &buffer)
        self.hash = UInt64(hash)
        self.number = UInt64(number)
        if buffer.count > 1 << 16 {
            try file.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
    }

    consuming func commit() throws -> SegmentFile {
        try file.write(buffer)
        return try file.commitForSegment()
    }
}

/// Reads such a file from beginning to end, passing over what is not asked for.
final class PostingListReader {
    private let spool: Spool
    private var offset = 0
    private var buffer: [UInt8]
    private var place = 0
    private var filled = 0
    /// The pair in hand; a hash beyond 32 bits at the end.
    private(set) var hash: UInt64 = 0
    private(set) var number: UInt64 = 0

    private static let size = 1 << 16
    private static let longest = 20
    static let end = UInt64.max

    init(_ path: FilePath) throws {
        spool = try Spool(reading: path)
        buffer = [UInt8](repeating: 0, count: Self.size + Self.longest)
        try advance()
    }

    /// Goes on to the first pair whose hash is not below this one.
    func advance(to wanted: UInt64) throws {
        while hash < wanted { try advance() }
    }

    @inline(__always)
    func advance() throws {
        if filled - place < Self.longest { try refill() }
        guard place < filled else {
            hash = Self.end
            return
        }
        buffer.withUnsafeBufferPointer { bytes in
            let step = Varint.read(bytes, &place)
            let value = Varint.read(bytes, &place)
            number = step == 0 ? number &+ value : value
            hash = hash &+ step
        }
        // Past the end of what was filled there are zeros: a damaged file ends early and goes no further.
        if hash > UInt64(UInt32.max) || place > filled { hash = Self.end }
    }

    private func refill() throws {
        let rest = filled - place
        for index in 0..<rest { buffer[index] = buffer[place + index] }
        let wanted = min(Self.size - rest, spool.count - offset)
        if wanted > 0 {
            try buffer.withUnsafeMutableBytes {
                try spool.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: $0[rest..<rest + wanted]))
            }
        }
        offset += max(0, wanted)
        place = 0
        filled = rest + max(0, wanted)
        for index in filled..<filled + Self.longest { buffer[index] = 0 }
    }
}

/// Unsigned LEB128.
enum Varint {
    @inline(__always)
    static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    /// Reads at most ten bytes; the caller leaves that many behind the place.
    @inline(__always)
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 70 {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }
}
