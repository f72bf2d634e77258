import Markup
import Web

/// The text of an XML document in UTF-8: by byte order mark, else the transport's label, else its XML declaration
/// (RFC 7303, section 3), else as UTF-8; unless the bytes themselves show that the label is wrong, which is common in feeds.
func decodedXML(_ document: [UInt8], charset: String? = nil) -> DecodedText {
    // Zeros are of UTF-16, which is told by its form.
    let label = charset ?? declaredLabel(document) ?? (document.prefix(64).contains(0) ? nil : "utf-8")
    let decoded = DecodedText(decoding: document, transportLabel: label, markup: false)
    guard decoded.source == .transport else { return decoded }
    if decoded.encoding == .utf8 {
        // Nothing in it is UTF-8 beyond ASCII: it is another encoding that was not declared.
        guard decoded.replacements > 0, 3 * decoded.replacements == decoded.utf8.count(where: { $0 >= 0x80 }) else {
            return decoded
        }
        return DecodedText(decoding: document, markup: false)
    }
    // Text in another encoding is hardly ever valid UTF-8; ISO-2022-JP and the like have no bytes beyond ASCII.
    guard document.contains(where: { $0 >= 0x80 }), String(validating: document, as: UTF8.self) != nil else {
        return decoded
    }
    return DecodedText(decoding: document, transportLabel: "utf-8")
}

/// A declaration that could be read as ASCII cannot mean UTF-16.
private func declaredLabel(_ document: [UInt8]) -> String? {
    guard let label = xmlDeclaredEncoding(document), document.first != 0, document.dropFirst().first != 0 else {
        return xmlDeclaredEncoding(document)
    }
    return CharacterEncoding(label: label).map { $0 == .utf16LE || $0 == .utf16BE ? "utf-8" : label }
}
