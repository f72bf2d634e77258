internal import CDeflate

/// Inflates gzip members that lie in memory as a whole, by libdeflate: twice as fast as zlib piece by piece.
struct MemberDecompressor: ~Copyable {
    enum Outcome: Equatable {
        /// The member's length, and that of what it holds.
        case done(read: Int, written: Int)
        case noRoom
        /// Damaged, or not all there.
        case unreadable
    }

    private let decompressor: OpaquePointer

    init() {
        // Null only when memory is exhausted.
        guard let decompressor = libdeflate_alloc_decompressor() else { preconditionFailure("libdeflate cannot start") }
        self.decompressor = decompressor
    }

    deinit {
        libdeflate_free_decompressor(decompressor)
    }

    /// Inflates the member that `input` begins with, and verifies its checksum.
    func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Outcome {
        var (read, written) = (0, 0)
        let result = libdeflate_gzip_decompress_ex(
            decompressor, input.baseAddress, input.count, output.baseAddress, output.count, &read, &written)
        switch result {
        case LIBDEFLATE_SUCCESS: return .done(read: read, written: written)
        case LIBDEFLATE_INSUFFICIENT_SPACE: return .noRoom
        default: return .unreadable
        }
    }
}
