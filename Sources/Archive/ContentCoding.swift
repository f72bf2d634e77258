/// Why a content coding could not be undone.
public enum ContentCodingFailure: Error, Sendable, Equatable {
    /// A coding that is not known, or too many of them.
    case unsupported(String)
    /// More than the limit comes out, or so much of so little that it is taken for a bomb.
    case oversized(String)
    /// The data ends within the stream.
    case truncated(String)
    case corrupt(String, String)
}

/// Undoes content codings (RFC 9110, section 8.4), the last that was applied first.
///
/// - Parameters:
///   - codings: a Content-Encoding field; empty for none.
///   - limit: in bytes, of what comes out of each coding.
///   - ratio: of output to input, beyond which a body is taken for a bomb.
public func decodedContent(
    _ body: [UInt8], codings: String, limit: Int, ratio: Int = 250
) throws(ContentCodingFailure) -> [UInt8] {
    let names = codings.utf8.split(separator: UInt8(ascii: ","))
        .map { String(decoding: $0.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self).lowercased() }
    guard names.count <= 3 else { throw .unsupported("more than three codings") }
    var body = body
    let known = ["", "identity", "none", "gzip", "x-gzip", "deflate", "br", "zstd"]
    if let unknown = names.first(where: { !known.contains($0) }) { throw .unsupported(unknown) }
    // Archives and servers keep the field of a coding that they undid or never applied, so a magic is looked for.
    for name in names.reversed() where !body.isEmpty {
        switch name {
        case "br": body = try Brotli.expand(body, limit: limit, ratio: ratio)
        case "zstd": if Zstd.hasMagic(body) { body = try Zstd.expand(body, limit: limit, ratio: ratio) }
        default: body = try inflated(body, name, limit: limit, ratio: ratio)
        }
    }
    return body
}

private func inflated(
    _ body: [UInt8], _ name: String, limit: Int, ratio: Int
) throws(ContentCodingFailure) -> [UInt8] {
    do throws(Gzip.Failure) {
        switch name {
        case "gzip", "x-gzip": return Gzip.hasMagic(body) ? try Gzip.inflate(body, limit: limit, ratio: ratio) : body
        case "deflate": return try Gzip.inflateDeflate(body, limit: limit, ratio: ratio)
        default: return body
        }
    } catch {
        switch error {
        case .truncated: throw .truncated(name)
        case .tooLarge, .tooDense: throw .oversized(name)
        case .corrupt(let message): throw .corrupt(name, message)
        }
    }
}
