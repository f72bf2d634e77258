/// Reads a file, plain or of gzip members, through a buffer, and knows where in the file it stands.
///
/// A unit is what can be read without regard to what stands before it: a gzip member, or all of a plain file.
struct MemberStream: ~Copyable {
    enum Fill: Equatable {
        case more, endOfUnit
        /// The file ends within a member.
        case truncated
        case corrupt(String)
    }

    enum Compression: Equatable {
        case none, gzip
        case unsupported(String)
    }

    let file: FileBytes
    let compression: Compression
    /// Where the unit begins in the file.
    private(set) var unitOffset: Int
    /// How many decoded bytes of the unit were consumed.
    private(set) var consumed = 0
    /// Decoded bytes that wait to be consumed from `start` on.
    private(set) var buffer: [UInt8] = []
    private(set) var start = 0

    /// The next byte of the file to be read into `input`.
    private var fileOffset: Int
    private var input = [UInt8](repeating: 0, count: 1 << 16)
    private var inputStart = 0
    private var inputEnd = 0
    private var inflater = Inflater(.gzip)
    private var unitEnded = false

    private static let chunk = 1 << 16

    init(file: consuming FileBytes, compression: Compression, offset: Int) {
        self.file = file
        self.compression = compression
        unitOffset = offset
        fileOffset = offset
    }

    /// Opens a file to be read from `offset` on, where its first bytes tell how it is compressed.
    static func open(path: String, offset: Int) throws(FileReadError) -> MemberStream {
        let file = try FileBytes(path: path)
        var magic = [UInt8](repeating: 0, count: 4)
        _ = try file.read(into: &magic, at: offset)
        let compression: Compression =
            switch magic {
            case [0x04, 0x22, 0x4D, 0x18]: .unsupported("lz4")
            case [0x28, 0xB5, 0x2F, 0xFD]: .unsupported("zstd")
            default: Gzip.hasMagic(magic) ? .gzip : .none
            }
        return MemberStream(file: file, compression: compression, offset: offset)
    }

    var isGzip: Bool { compression == .gzip }

    var unread: Int { buffer.count - start }

    /// The place in the file behind all that was decoded so far.
    var position: Int {
        isGzip ? fileOffset - (inputEnd - inputStart) : unitOffset + consumed
    }

    /// Decodes more bytes into the buffer.
    mutating func fill() throws(FileReadError) -> Fill {
        if unitEnded || unitOffset >= file.size { return .endOfUnit }
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        return isGzip ? try inflateMore() : try readMore()
    }

    private mutating func readMore() throws(FileReadError) -> Fill {
        let count = try read()
        buffer += input[..<count]
        inputEnd = 0
        if count == 0 { unitEnded = true }
        return count == 0 ? .endOfUnit : .more
    }

    private mutating func inflateMore() throws(FileReadError) -> Fill {
        let old = buffer.count
        buffer += repeatElement(0, count: Self.chunk)
        while true {
            if inputStart == inputEnd {
                inputStart = 0
                inputEnd = try read()
                if inputEnd == 0 {
                    buffer.removeLast(buffer.count - old)
                    return .truncated
                }
            }
            let step = input[inputStart..<inputEnd].withUnsafeBytes { input in
                buffer[old...].withUnsafeMutableBytes { inflater.inflate(input, into: $0) }
            }
            inputStart += step.read
            if step.written == 0, step.outcome == .more, inputStart == inputEnd { continue }
            buffer.removeLast(buffer.count - old - step.written)
            switch step.outcome {
            case .more: return .more
            case .end:
                unitEnded = true
                return step.written > 0 ? .more : .endOfUnit
            // What came before the damage is delivered first; zlib then says the same again.
            case .corrupt(let message): return step.written > 0 ? .more : .corrupt(message)
            }
        }
    }

    private mutating func read() throws(FileReadError) -> Int {
        let count = try file.read(into: &input, at: fileOffset)
        fileOffset += count
        return count
    }

    mutating func consume(_ count: Int) {
        start += count
        consumed += count
    }

    /// Passes over up to `count` bytes, and appends the first of them to `kept` until it holds `limit`.
    mutating func skip(
        _ count: Int, keeping kept: inout [UInt8], limit: Int
    ) throws(FileReadError) -> (skipped: Int, end: Fill) {
        var left = count
        while left > 0 {
            if unread == 0 {
                if !isGzip, kept.count >= limit, left > Self.chunk {
                    // Nothing is to be looked at here.
                    let jump = min(left, max(0, file.size - fileOffset))
                    fileOffset += jump
                    consumed += jump
                    left -= jump
                    if jump == 0 { return (count - left, .endOfUnit) }
                    continue
                }
                let result = try fill()
                if result != .more { return (count - left, result) }
            }
            let step = min(left, unread)
            if kept.count < limit { kept += buffer[start..<start + min(step, limit - kept.count)] }
            consume(step)
            left -= step
        }
        return (count, .more)
    }

    /// Goes to the unit that begins at `offset` of the file.
    mutating func restart(at offset: Int) {
        if !isGzip || offset < fileOffset - inputEnd || offset > fileOffset {
            fileOffset = offset
            inputStart = 0
            inputEnd = 0
        } else {
            inputStart = offset - (fileOffset - inputEnd)
        }
        buffer.removeAll(keepingCapacity: true)
        start = 0
        consumed = 0
        unitOffset = offset
        unitEnded = false
        inflater.reset()
    }
}
