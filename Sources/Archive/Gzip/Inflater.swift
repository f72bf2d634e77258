internal import CZlib

/// Owns zlib's state for one deflated stream after another.
struct Inflater: ~Copyable {
    enum Format: Int32 {
        /// RFC 1952. A stream is one member.
        case gzip = 31
        /// RFC 1950.
        case zlib = 15
        /// RFC 1951.
        case raw = -15
    }

    enum Outcome: Equatable {
        /// The output is full or the input used up.
        case more
        case end
        case corrupt(String)
    }

    /// On the heap, as zlib remembers its address.
    private let stream: UnsafeMutablePointer<z_stream>

    init(_ format: Format) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = inflateInit2_(stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        // Anything else is memory exhausted or another zlib than the one compiled against.
        precondition(status == Z_OK, "zlib cannot start")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Forgets the stream at hand and waits for the beginning of another.
    mutating func reset() {
        inflateReset(stream)
    }

    /// Inflates some of `input` into some of `output`, and tells how many bytes of each were used.
    mutating func inflate(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> (outcome: Outcome, read: Int, written: Int) {
        let readable = min(input.count, Int(UInt32.max))
        let writable = min(output.count, Int(UInt32.max))
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(readable)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(writable)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        let read = readable - Int(stream.pointee.avail_in)
        let written = writable - Int(stream.pointee.avail_out)
        switch status {
        case Z_OK, Z_BUF_ERROR: return (.more, read, written)
        case Z_STREAM_END: return (.end, read, written)
        default:
            let message = stream.pointee.msg.map { String(cString: $0) } ?? "zlib status \(status)"
            return (.corrupt(message), read, written)
        }
    }
}
