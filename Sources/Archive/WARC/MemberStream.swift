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

    /// Decoded bytes; those from `start` to `end` wait to be consumed.
    private var buffer: UnsafeMutableBufferPointer<UInt8>
    private var start = 0
    private var end = 0
    private var unitEnded = false

    /// The next byte of the file to be read into `input`.
    private var fileOffset: Int
    private var input: [UInt8]
    private var inputStart = 0
    private var inputEnd = 0
    private var inflater = Inflater(.gzip)
    private let decompressor = MemberDecompressor()
    /// The member at hand is too large to be inflated at once, or damaged.
    private var goesByPieces = false

    private static let chunk = 1 << 16
    /// How much of the file is read at once.
    static let window = 1 << 20
    /// A member of which not so much has been read is read further before it is inflated.
    private static let usualMember = 1 << 17
    /// What a member that is inflated at once may hold.
    private static let largestWhole = 4 << 20

    init(file: consuming FileBytes, compression: Compression, offset: Int, window: Int) {
        input = [UInt8](repeating: 0, count: compression == .gzip ? max(window, Self.chunk) : 0)
        self.file = file
        self.compression = compression
        unitOffset = offset
        fileOffset = offset
        buffer = .allocate(capacity: 2 * Self.chunk)
    }

    deinit {
        buffer.deallocate()
    }

    /// Opens a file to be read from `offset` on, where its first bytes tell how it is compressed.
    ///
    /// - Parameter window: in bytes, how much is read at once.
    static func open(path: String, offset: Int, window: Int = window) throws(FileReadError) -> MemberStream {
        let file = try FileBytes(path: path)
        var magic = [UInt8](repeating: 0, count: 4)
        _ = try file.read(into: &magic, at: offset)
        let compression: Compression =
            switch magic {
            case [0x04, 0x22, 0x4D, 0x18]: .unsupported("lz4")
            case [0x28, 0xB5, 0x2F, 0xFD]: .unsupported("zstd")
            default: Gzip.hasMagic(magic) ? .gzip : .none
            }
        return MemberStream(file: file, compression: compression, offset: offset, window: window)
    }

    var isGzip: Bool { compression == .gzip }

    /// Decoded bytes that were not consumed. Valid until the stream is changed.
    var unread: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: buffer[start..<end])
    }

    /// The place in the file behind all that was decoded so far.
    var position: Int {
        isGzip ? fileOffset - (inputEnd - inputStart) : unitOffset + consumed
    }

    mutating func consume(_ count: Int) {
        start += count
        consumed += count
    }

    /// Decodes more bytes behind those that are unread.
    mutating func fill() throws(FileReadError) -> Fill {
        if unitEnded || unitOffset >= file.size { return .endOfUnit }
        if isGzip, !goesByPieces, try inflateWhole() { return end > start ? .more : .endOfUnit }
        makeRoom()
        return isGzip ? try inflateMore() : try readMore()
    }

    /// Makes room for a chunk at the end of the buffer.
    private mutating func makeRoom() {
        guard buffer.count - end < Self.chunk else { return }
        if start < Self.chunk, end - start > buffer.count - Self.chunk {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * buffer.count)
            _ = larger.update(fromContentsOf: buffer[start..<end])
            buffer.deallocate()
            buffer = larger
        } else {
            _ = buffer.update(fromContentsOf: buffer[start..<end])
        }
        end -= start
        start = 0
    }

    private mutating func readMore() throws(FileReadError) -> Fill {
        let room = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[end..<end + Self.chunk])
        let count = try file.read(into: room, at: fileOffset)
        fileOffset += count
        end += count
        unitEnded = count == 0
        return count == 0 ? .endOfUnit : .more
    }

    /// Inflates all of the member at hand, where it is whole, in memory, and of usual size; else it goes by pieces.
    private mutating func inflateWhole() throws(FileReadError) -> Bool {
        if inputEnd - inputStart < Self.usualMember { try readOn() }
        while true {
            let outcome = input.withUnsafeBytes {
                decompressor.inflate(
                    UnsafeRawBufferPointer(rebasing: $0[inputStart..<inputEnd]),
                    into: UnsafeMutableRawBufferPointer(buffer))
            }
            switch outcome {
            case .done(let read, let written):
                inputStart += read
                (start, end, unitEnded) = (0, written, true)
                return true
            case .noRoom where buffer.count < Self.largestWhole:
                let count = 4 * buffer.count
                buffer.deallocate()
                buffer = .allocate(capacity: count)
            case .unreadable where inputStart > 0 && fileOffset < file.size: try readOn()
            case .noRoom, .unreadable:
                goesByPieces = true
                return false
            }
        }
    }

    /// Fills the window behind what of it was not yet used.
    private mutating func readOn() throws(FileReadError) {
        let count = inputEnd - inputStart
        input.withUnsafeMutableBytes {
            let (from, to) = (UnsafeRawBufferPointer(rebasing: $0[inputStart..<inputEnd]), $0)
            if inputStart > 0, count > 0 { to.copyMemory(from: from) }
        }
        (inputStart, inputEnd) = (0, count)
        let read = try input.withUnsafeMutableBytes { bytes in
            Result { () throws(FileReadError) in
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...]), at: fileOffset)
            }
        }.get()
        fileOffset += read
        inputEnd += read
    }

    private mutating func inflateMore() throws(FileReadError) -> Fill {
        let room = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[end..<end + Self.chunk])
        while true {
            if inputStart == inputEnd {
                inputStart = 0
                inputEnd = try file.read(into: &input, at: fileOffset)
                fileOffset += inputEnd
                if inputEnd == 0 { return .truncated }
            }
            let step = input.withUnsafeBytes {
                inflater.inflate(UnsafeRawBufferPointer(rebasing: $0[inputStart..<inputEnd]), into: room)
            }
            inputStart += step.read
            end += step.written
            unitEnded = step.outcome == .end
            // What comes before the end or the damage is delivered first; zlib then says the same again.
            if step.written > 0 { return .more }
            switch step.outcome {
            case .more: continue
            case .end: return .endOfUnit
            case .corrupt(let message): return .corrupt(message)
            }
        }
    }

    /// Passes over up to `count` bytes, and appends the first of them to `kept` until it holds `limit`.
    mutating func skip(
        _ count: Int, keeping kept: inout [UInt8], limit: Int
    ) throws(FileReadError) -> (skipped: Int, end: Fill) {
        var left = count
        while left > 0 {
            if start == end {
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
            let step = min(left, end - start)
            if kept.count < limit { kept += buffer[start..<start + min(step, limit - kept.count)] }
            consume(step)
            left -= step
        }
        return (count, .more)
    }

    /// Goes to the unit that begins at `offset` of the file.
    ///
    /// - Parameter isGuess: it is only supposed to begin there, so that not much work may be done for it.
    mutating func restart(at offset: Int, isGuess: Bool = false) {
        if isGzip, (fileOffset - inputEnd...fileOffset).contains(offset) {
            inputStart = offset - (fileOffset - inputEnd)
        } else {
            fileOffset = offset
            inputStart = 0
            inputEnd = 0
        }
        start = 0
        end = 0
        consumed = 0
        unitOffset = offset
        unitEnded = false
        goesByPieces = isGuess
        inflater.reset()
    }
}
