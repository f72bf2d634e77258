import Archive
import Digest
import Glibc

/// What matters of a page's body before it is stored: that it is whole, of a kind that holds articles, and its digest.
struct PageContent {
    /// Of the decoded body, 64 hexadecimal digits.
    let digest: String
    /// Of the body as it was sent.
    let payloadDigest: String
    /// The page asks archives not to keep it, by X-Robots-Tag or a meta element; recorded, for who publishes archives.
    let isNoarchive: Bool

    /// What is looked at for a meta element.
    private static let beginning = 16 << 10

    static func read(_ response: HTTPResponse, _ settings: CrawlSettings) -> Result<PageContent, FetchFault> {
        Result { () throws(FetchFault) in try PageContent(response, settings) }
    }

    private init(_ response: HTTPResponse, _ settings: CrawlSettings) throws(FetchFault) {
        let decoded = try Self.decoded(response, settings)
        guard !decoded.isEmpty else { throw FetchFault(.emptyBody, "a response without content") }
        try Self.check(decoded, type: response.fields["Content-Type"])
        digest = SHA256.hex(decoded)
        payloadDigest = response.fields["Content-Encoding"] == nil ? digest : SHA256.hex(response.body)
        let tag = response.fields["X-Robots-Tag"]?.lowercased()
        isNoarchive = tag?.contains("noarchive") == true || Self.hasMeta(decoded.prefix(Self.beginning))
    }

    private static func decoded(_ response: HTTPResponse, _ settings: CrawlSettings) throws(FetchFault) -> [UInt8] {
        guard let codings = response.fields["Content-Encoding"] else { return response.body }
        do throws(ContentCodingFailure) {
            return try decodedContent(
                response.body, codings: codings, limit: settings.maxDecodedBytes, ratio: settings.maxRatio)
        } catch {
            switch error {
            case .unsupported: throw FetchFault(.unsupportedContentEncoding, "neither gzip, deflate, br nor zstd")
            case .oversized: throw FetchFault(.tooLarge, "more than \(settings.maxDecodedBytes) bytes, or a bomb")
            case .truncated: throw FetchFault(.truncatedBody, "its compressed stream has no end")
            case .corrupt: throw FetchFault(.corruptBody, "its compressed stream is damaged")
            }
        }
    }

    /// HTML, XHTML and plain text by their type; what has no type, or that of any bytes, by its beginning.
    private static func check(_ body: [UInt8], type: String?) throws(FetchFault) {
        let type = type?.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 > 0x20 } ?? []
        let name = String(decoding: type, as: UTF8.self).lowercased()
        if body.starts(with: "%PDF-".utf8) { throw FetchFault(.notAPage, "a PDF") }
        switch name {
        case "text/html", "application/xhtml+xml", "text/plain": return
        case "", "application/octet-stream", "binary/octet-stream":
            let start = String(decoding: body.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 }, as: UTF8.self).lowercased()
            if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return }
        default: break
        }
        throw FetchFault(.notAPage, "neither HTML nor plain text")
    }

    /// Whether a meta element for robots says `noarchive`.
    private static func hasMeta(_ beginning: ArraySlice<UInt8>) -> Bool {
        beginning.withUnsafeBytes { bytes in
            var start = 0
            while let found = bytes.baseAddress.flatMap({ memchr($0 + start, 0x3C, bytes.count - start) }) {
                start = UnsafeRawPointer(found) - (bytes.baseAddress ?? UnsafeRawPointer(found)) + 1
                let rest = bytes[start...]
                guard rest.count > 4, zip(rest, "meta".utf8).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
                let element = String(decoding: rest.prefix(1024).prefix { $0 != 0x3E }, as: UTF8.self).lowercased()
                if element.contains("robots"), element.contains("noarchive") { return true }
            }
            return false
        }
    }
}
