internal import CZstd

/// One zstd frame (RFC 8878) with a checksum, at the library's own level.
public final class ZstdCompressor: StreamCompressor {
    private let context: OpaquePointer

    public init() {
        // Null only when memory is exhausted, where nothing sensible can follow.
        guard let context = ZSTD_createCCtx() else { preconditionFailure("out of memory") }
        self.context = context
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    }

    deinit {
        ZSTD_freeCCtx(context)
    }

    public func compress(_ bytes: [UInt8]) -> [UInt8] { run(bytes, ZSTD_e_continue) }
    public func finish() -> [UInt8] { run([], ZSTD_e_end) }

    private func run(_ bytes: [UInt8], _ end: ZSTD_EndDirective) -> [UInt8] {
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
        bytes.withUnsafeBytes { bytes in
            var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
            var rest = 0
            repeat {
                let written = chunk.withUnsafeMutableBytes { room in
                    var out = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
                    rest = ZSTD_compressStream2(context, &out, &input, end)
                    return out.pos
                }
                // The library fails on misuse alone: no input can make it.
                precondition(ZSTD_isError(rest) == 0, "zstd cannot go on")
                output += chunk[..<written]
            } while input.pos < input.size || end == ZSTD_e_end && rest > 0
        }
        return output
    }
}
