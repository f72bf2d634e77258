import Web

/// The URLs against which links are resolved, of the elements that are open (XML Base, section 4).
struct FeedBases {
    private var stack: [(depth: Int, url: WebURL?)]

    init(_ url: String?) {
        stack = [(0, url.flatMap { WebURL($0) })]
    }

    mutating func enter(depth: Int, base: String) {
        stack.append((depth, WebURL(base, base: stack.last?.url) ?? stack.last?.url))
    }

    mutating func leave(depth: Int) {
        while let last = stack.last, last.depth >= depth, stack.count > 1 { stack.removeLast() }
    }

    /// An absolute link as it is written, a relative one resolved as far as a base is known.
    func resolve(_ link: String) -> String? {
        resolved(link, against: stack.last?.url)
    }
}

/// A link without white space around it and tabs and line feeds inside; nil where nothing remains.
func resolved(_ link: String, against base: WebURL?) -> String? {
    var bytes = Array(link.utf8)[...].drop(while: isASCIISpace)
    while let last = bytes.last, isASCIISpace(last) { bytes.removeLast() }
    if bytes.contains(where: { $0 < 0x0E }) { bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
    guard !bytes.isEmpty else { return nil }
    let link = String(decoding: bytes, as: UTF8.self)
    if hasScheme(bytes) { return link }
    return base.flatMap { WebURL(link, base: $0)?.href } ?? link
}

/// RFC 3986, section 3.1.
private func hasScheme(_ link: ArraySlice<UInt8>) -> Bool {
    let scheme = link.prefix { isASCIILetter($0) || $0 &- 0x30 < 10 || "+-.".utf8.contains($0) }
    return scheme.first.map(isASCIILetter) == true && link.dropFirst(scheme.count).first == UInt8(ascii: ":")
}

func isWebAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
}
