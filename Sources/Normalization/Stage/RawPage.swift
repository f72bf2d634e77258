import Archive
import Digest
import Files
import Records
import Staging
import Web

/// The bytes of a page as they were published, and what came with them.
struct RawPage {
    var bytes: [UInt8]
    /// The character encoding that the server named.
    var transportLabel: String?

    /// Reads a page where its reference says.
    ///
    /// - Throws: `Refusal` where it is not there, too large, or not what fetch found.
    init(_ page: PageInput, limit: Int) throws(Refusal) {
        let place = page.source.place
        do {
            bytes = try page.file.readBytes(limit: limit)
        } catch let error as FileTooLarge {
            throw Refusal(
                "too_large", "\(place): \(error.size) bytes; the limit is normalize.max_page_bytes, \(limit)")
        } catch {
            throw Refusal("missing", "\(place): there is no such file, or it cannot be read")
        }
        if let expected = page.source.sha256, expected != SHA256.hex(bytes) {
            throw Refusal("changed", "\(place): the file changed after fetch saw it; run again")
        }
    }

    /// The page in UTF-8.
    func decoded(as kind: Source.Kind) -> DecodedText {
        Self.decoded(bytes, transportLabel: transportLabel, markup: kind != .text)
    }

    /// Decodes as the Encoding Standard says, save for one case: pages that tools saved as UTF-8 keep the `meta` of the
    /// encoding that they were fetched in. Bytes that are well-formed UTF-8 beyond ASCII are believed over that.
    static func decoded(_ bytes: [UInt8], transportLabel: String?, markup: Bool) -> DecodedText {
        let decoded = DecodedText(decoding: bytes, transportLabel: transportLabel, markup: markup)
        guard decoded.source == .meta, decoded.encoding != .utf8, bytes.contains(where: { $0 >= 0x80 }),
            String(validating: bytes, as: UTF8.self) != nil
        else { return decoded }
        return DecodedText(decoding: bytes, transportLabel: "utf-8", markup: markup)
    }

    /// True where the bytes are no text of any encoding: images, archives and the like under a page's name.
    static func isBinary(_ utf8: [UInt8], replacements: Int) -> Bool {
        let sample = utf8.prefix(1 << 16)
        let controls = sample.reduce(0) { count, byte in
            count + (byte < 0x20 && byte != 9 && byte != 10 && byte != 12 && byte != 13 && byte != 0x1b ? 1 : 0)
        }
        return controls * 20 > sample.count || replacements * 10 > utf8.count
    }
}
