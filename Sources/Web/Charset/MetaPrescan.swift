/// The encoding that a document declares: the prescan of the HTML Standard (13.2.3.2) over its first 1024 bytes, else a
/// `meta` element further down, which a browser meets while it parses and then starts again (13.2.3.4).
func declaredEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
    if bytes.starts(with: [0x3C, 0x00, 0x3F, 0x00, 0x78, 0x00]) { return .utf16LE }
    if bytes.starts(with: [0x00, 0x3C, 0x00, 0x3F, 0x00, 0x78]) { return .utf16BE }
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1024))
    var prescan = MetaPrescan(tags: TagScanner(bytes: head), skipsRawText: false)
    if let encoding = prescan.run() ?? xmlDeclaration(head) { return encoding.asDeclaredInDocument }
    guard bytes.count > head.count else { return nil }
    prescan = MetaPrescan(tags: TagScanner(bytes: bytes), skipsRawText: true)
    return prescan.run()?.asDeclaredInDocument
}

private struct MetaPrescan {
    var tags: TagScanner
    /// Whether what looks like tags inside of scripts, styles and the like is passed over, as a parser does.
    let skipsRawText: Bool

    /// The first encoding that a `meta` element declares, nil where there is none before the bytes end.
    mutating func run() -> CharacterEncoding? {
        while tags.skip(to: UInt8(ascii: "<")) {
            if tags.isAt("<!--") {
                // "<!-->" is a comment too.
                guard tags.skip(past: "-->", from: tags.position + 2) else { return nil }
            } else if tags.isAtMeta {
                tags.position += 5
                switch metaElement() {
                case .declares(let encoding): return encoding
                case .declaresNothing: break
                case .cutOff: return nil
                }
            } else if let name = tags.tagName() {
                repeat {
                    guard let attribute = tags.nextAttribute() else { return nil }
                    if attribute == .none { break }
                } while true
                guard !skipsRawText || tags.skipRawText(of: name) else { return nil }
            } else if tags.isAt("<!") || tags.isAt("</") || tags.isAt("<?") {
                guard tags.skip(to: UInt8(ascii: ">")) else { return nil }
            } else {
                tags.position += 1
            }
        }
        return nil
    }

    private enum Meta {
        case declares(CharacterEncoding)
        case declaresNothing, cutOff
    }

    private mutating func metaElement() -> Meta {
        var httpEquiv: Range<Int>?
        var content: Range<Int>?
        var charset: Range<Int>?
        attributes: while true {
            switch tags.nextAttribute() {
            case nil: return .cutOff
            case .some(.none): break attributes
            case .attribute(let name, let value):
                // The first of several attributes of one name counts.
                if tags.equals(name, "http-equiv") { httpEquiv = httpEquiv ?? value }
                if tags.equals(name, "content") { content = content ?? value }
                if tags.equals(name, "charset") { charset = charset ?? value }
            }
        }
        if let charset { return declaration(tags.text(charset)) }
        if let httpEquiv, let content, tags.equals(httpEquiv, "content-type"),
            let label = charsetLabel(inContentType: tags.bytes[content])
        {
            return declaration(label)
        }
        return .declaresNothing
    }

    private func declaration(_ label: String) -> Meta {
        CharacterEncoding(label: label).map(Meta.declares) ?? .declaresNothing
    }
}

/// "Extracting a character encoding from a meta element" of the HTML Standard (2.4.5): the label after `charset=`.
func charsetLabel(inContentType value: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let key = Array("charset".utf8)
    var index = value.startIndex
    func skipSpace() {
        while index < value.endIndex, isASCIIWhitespace(value[index]) { index += 1 }
    }
    while index + key.count < value.endIndex {
        guard value[index..<index + key.count].elementsEqual(key, by: { asciiLowercased($0) == $1 }) else {
            index += 1
            continue
        }
        index += key.count
        skipSpace()
        guard index < value.endIndex, value[index] == UInt8(ascii: "=") else { continue }
        index += 1
        skipSpace()
        guard index < value.endIndex else { return nil }
        let quote = value[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = index + 1
            return value[start...].firstIndex(of: quote).map { String(decoding: value[start..<$0], as: UTF8.self) }
        }
        let end = value[index...].firstIndex { isASCIIWhitespace($0) || $0 == UInt8(ascii: ";") } ?? value.endIndex
        return String(decoding: value[index..<end], as: UTF8.self)
    }
    return nil
}

/// "Get an XML encoding" of the HTML Standard (13.2.3.2).
private func xmlDeclaration(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
    var tags = TagScanner(bytes: bytes)
    guard tags.isAt("<?xml"), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    guard tags.skip(past: "encoding", from: 0), tags.position < end else { return nil }
    func skipControls() {
        while tags.position < end, bytes[tags.position] <= 0x20 { tags.position += 1 }
    }
    skipControls()
    guard bytes[tags.position] == UInt8(ascii: "=") else { return nil }
    tags.position += 1
    skipControls()
    let quote = bytes[tags.position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let name = bytes[(tags.position + 1)..<end].prefix { $0 != quote }
    guard name.endIndex < end, !name.contains(where: { $0 <= 0x20 }) else { return nil }
    return CharacterEncoding(label: String(decoding: name, as: UTF8.self))
}
