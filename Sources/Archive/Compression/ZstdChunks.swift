internal import CZstd

/// Expands zstd frames (RFC 8878) chunk by chunk, in memory that does not grow with them.
public final class ZstdChunks {
    /// The data ends within a frame, or is none.
    public struct Failure: Error, Equatable {
        public var message: String
        public var isTruncated = false
    }

    /// The largest window of the content coding, 8 MiB, as a power of two (RFC 9659, section 3).
    static let windowOfHTTP = 23

    private let context: OpaquePointer
    private let source: () throws -> [UInt8]?
    private var input: [UInt8] = []
    private var used = 0
    /// What the library still expects of the frame at hand; 0 between frames.
    private var expected = 0

    /// - Parameters:
    ///   - largestWindow: which is held in memory, as a power of two; the library's own limit is 27.
    ///   - source: gives the next bytes, nil at the end.
    public init(largestWindow: Int = 27, source: @escaping () throws -> [UInt8]?) {
        // Null only when memory is exhausted, where nothing sensible can follow.
        guard let context = ZSTD_createDCtx() else { preconditionFailure("out of memory") }
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Int32(largestWindow))
        self.context = context
        self.source = source
    }

    deinit {
        ZSTD_freeDCtx(context)
    }

    /// The next bytes of the output, nil at its end.
    ///
    /// - Throws: `Failure`, and what the source throws.
    public func next() throws -> [UInt8]? {
        while true {
            if used == input.count {
                guard let more = try source() else {
                    if expected > 0 { throw Failure(message: "the data ends within a frame", isTruncated: true) }
                    return nil
                }
                (input, used) = (more, 0)
            }
            let output = [UInt8](unsafeUninitializedCapacity: ZSTD_DStreamOutSize()) { room, count in
                input.withUnsafeBytes { bytes in
                    var from = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: used)
                    var out = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
                    expected = ZSTD_decompressStream(context, &out, &from)
                    (used, count) = (from.pos, out.pos)
                }
            }
            if ZSTD_isError(expected) != 0 { throw Failure(message: String(cString: ZSTD_getErrorName(expected))) }
            if !output.isEmpty { return output }
        }
    }
}
