import Markup

/// Makes plain text of what feeds put into titles: text, escaped HTML, or HTML escaped twice.
final class PlainText {
    /// What the feed says of a text.
    enum Kind {
        case text, html
        /// Nothing that can be relied upon.
        case unknown
    }

    private var parser = HTMLParser()

    /// The text without markup and with white space collapsed; nil where nothing remains.
    func text(of bytes: [UInt8], _ kind: Kind) -> String? {
        let isHTML = kind == .html || kind == .unknown && looksLikeHTML(bytes)
        if isHTML, let page = bytes.withUnsafeBufferPointer({ try? parser.parse($0) }) {
            let text = page.tree.trimmedText(of: 0)
            return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
        }
        return collapsed(bytes)
    }
}

/// Text with white space collapsed and without control characters; nil where nothing remains.
func collapsed(_ bytes: [UInt8]) -> String? {
    var text: [UInt8] = []
    bytes.withUnsafeBufferPointer { text.appendCollapsed($0) }
    let trimmed = text.drop { $0 == UInt8(ascii: " ") }
    let count = trimmed.last == UInt8(ascii: " ") ? trimmed.count - 1 : trimmed.count
    return count <= 0 ? nil : String(decoding: trimmed.prefix(count), as: UTF8.self)
}

/// Whether there is a tag or a character reference: `<b>`, `</b>`, `&eacute;`, `&#39;`.
private func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let lastBracket = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    for (index, byte) in bytes.enumerated().dropLast(2) {
        let next = bytes[index + 1]
        if byte == UInt8(ascii: "<"), index < lastBracket,
            isASCIILetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        {
            return true
        }
        if byte == UInt8(ascii: "&") {
            let name = bytes[(index + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
            if name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";"), !name.isEmpty,
                name.allSatisfy({ isASCIILetter($0) || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "#") })
            {
                return true
            }
        }
    }
    return false
}
