import Archive
import Digest
import Files
import Records
import Staging
import SystemPackage
package import Web

/// The bytes of a page as they were published, and what came with them.
struct RawPage {
    private(set) var bytes: [UInt8]
    /// The character encoding that the server named.
    private var transportLabel: String?
    private(set) var isPlainText: Bool

    /// Reads a page where its reference says.
    ///
    /// - Throws: `Refusal` where it is not there, too large, or not what fetch found.
    init(_ page: PageInput, limit: Int) throws(Refusal) {
        let place = page.source.place
        let stored: [UInt8]
        do {
            stored = try page.file.readBytes(
                from: page.source.offset ?? 0, count: page.source.length, limit: limit)
        } catch let error as FileTooLarge {
            throw Refusal(
                "too_large", "\(place): \(error.size) bytes; the limit is normalize.max_page_bytes, \(limit)")
        } catch {
            throw Refusal("missing", "\(place): there is no such file, or it cannot be read")
        }
        if let expected = page.source.sha256, expected != SHA256.hex(stored) {
            throw Refusal("changed", "\(place): the file changed after fetch saw it; run again")
        }
        guard page.source.kind == .warc, let offset = page.source.offset, let length = page.source.length else {
            bytes = stored
            isPlainText = page.source.kind == .text
            return
        }
        do {
            let response = try WARCReader.payload(
                path: page.file.string, offset: offset, length: length, limit: limit)
            bytes = response.body
            transportLabel = response.record.httpCharset
            isPlainText = response.record.httpContentType?.lowercased().hasPrefix("text/plain") ?? false
        } catch let defect as WARCDefect {
            throw Refusal(defect.reason.rawValue, "\(place): \(defect.detail)")
        } catch {
            throw Refusal("missing", "\(place): the file cannot be read")
        }
    }

    /// The page in UTF-8.
    func decoded() -> DecodedText {
        DecodedText(page: bytes, transportLabel: transportLabel, isPlainText: isPlainText)
    }

    /// True where the bytes are no text of any encoding: images, archives and the like under a page's name.
    static func isBinary(_ page: DecodedText) -> Bool {
        let sample = page.utf8.prefix(1 << 13)
        let controls = sample.reduce(0) { count, byte in
            count + (byte < 0x20 && byte != 9 && byte != 10 && byte != 12 && byte != 13 && byte != 0x1b ? 1 : 0)
        }
        return controls * 20 > sample.count || page.replacements * 10 > page.utf8.count
    }
}

extension DecodedText {
    /// Decodes a page as the Encoding Standard says, save for one case: pages that tools saved as UTF-8 keep the `meta`
    /// of the encoding that they were fetched in. Bytes that are well-formed UTF-8 beyond ASCII are believed over that.
    package init(page bytes: [UInt8], transportLabel: String? = nil, isPlainText: Bool = false) {
        self.init(decoding: bytes, transportLabel: transportLabel, markup: !isPlainText)
        guard source == .meta, encoding != .utf8, bytes.contains(where: { $0 >= 0x80 }),
            String(validating: bytes, as: UTF8.self) != nil
        else { return }
        self.init(decoding: bytes, transportLabel: "utf-8", markup: !isPlainText)
    }
}
