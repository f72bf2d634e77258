internal import CBrotli

/// Expands whole buffers of brotli (RFC 7932) within limits.
enum Brotli {
    /// - Parameters:
    ///   - limit: in bytes of output.
    ///   - ratio: of output to input, beyond which data is taken for a bomb.
    static func expand(_ bytes: [UInt8], limit: Int, ratio: Int) throws(ContentCodingFailure) -> [UInt8] {
        // Null only when memory is exhausted, where nothing sensible can follow.
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { preconditionFailure("out of memory") }
        defer { BrotliDecoderDestroyInstance(state) }
        var output = BoundedOutput("br", input: bytes.count, limit: limit, ratio: ratio)
        var chunk = [UInt8](repeating: 0, count: BoundedOutput.chunk)
        var used = 0
        while true {
            var (left, room) = (bytes.count - used, chunk.count)
            let result = bytes.withUnsafeBufferPointer { input in
                chunk.withUnsafeMutableBufferPointer { output in
                    var next = input.baseAddress.map { $0 + used }
                    var place = output.baseAddress
                    return BrotliDecoderDecompressStream(state, &left, &next, &room, &place, nil)
                }
            }
            used = bytes.count - left
            try output.append(chunk[..<(chunk.count - room)])
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS: return output.bytes
            case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: throw .truncated("br")
            case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: break
            default:
                let code = BrotliDecoderGetErrorCode(state)
                throw .corrupt("br", BrotliDecoderErrorString(code).map { String(cString: $0) } ?? "")
            }
        }
    }
}
