/// The `encoding` of a document's XML declaration (XML 1.0, 2.8 and F.1), in any encoding that writes it as ASCII does, or
/// in UTF-16; nil where there is none.
public func xmlDeclaredEncoding(_ document: some Collection<UInt8>) -> String? {
    var head = Array(document.prefix(512))
    if head.starts(with: [0x3c, 0x00, 0x3f, 0x00]) { return "utf-16le" }
    if head.starts(with: [0x00, 0x3c, 0x00, 0x3f]) { return "utf-16be" }
    if head.starts(with: [0xef, 0xbb, 0xbf]) { head.removeFirst(3) }
    let start = head.firstIndex { !isXMLSpace($0) } ?? head.endIndex
    guard head[start...].starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
        return nil
    }
    var tag = XMLTag(head, start + 2..<end)
    _ = tag.takeName()
    while let (name, value) = tag.takeAttribute() {
        if name == "encoding" { return value }
    }
    return nil
}
