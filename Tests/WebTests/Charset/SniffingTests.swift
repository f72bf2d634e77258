import Testing
import Web

struct Sniffed: Sendable {
    var document: String
    var transport: String?
    var label: String
    var source: DecodedText.Source

    init(_ document: String, transport: String? = nil, _ label: String, _ source: DecodedText.Source) {
        self.document = document
        self.transport = transport
        self.label = label
        self.source = source
    }
}

/// Documents in ASCII: what a declaration says, and what only looks like one (HTML Standard, 13.2.3.2).
@Test(arguments: [
    Sniffed("", "windows-1252", .default),
    Sniffed("<p>text", "windows-1252", .default),
    Sniffed("<p>text", transport: "koi8-r", "koi8-r", .transport),
    Sniffed("<meta charset=koi8-r>", transport: "euc-jp", "euc-jp", .transport),
    Sniffed("<meta charset=koi8-r>", transport: "bogus", "koi8-r", .meta),
    Sniffed("<META CharSet = ' KOI8-R '>", "koi8-r", .meta),
    Sniffed("<meta/charset=koi8-r/>", "windows-1252", .default),
    Sniffed("<meta/charset=koi8-r />", "koi8-r", .meta),
    Sniffed("<metacharset=koi8-r>", "windows-1252", .default),
    Sniffed("<meta charset=koi8-r", "windows-1252", .default),
    Sniffed("<meta charset=bogus><meta charset=koi8-r>", "koi8-r", .meta),
    Sniffed("<meta charset=utf-16><p>", "utf-8", .meta),
    Sniffed("<meta charset=x-user-defined>", "windows-1252", .meta),
    Sniffed("<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "koi8-r", .meta),
    Sniffed("<meta content='text/html; charset=koi8-r' http-equiv=Content-Type>", "koi8-r", .meta),
    Sniffed("<meta content='text/html; charset=koi8-r'>", "windows-1252", .default),
    Sniffed("<meta http-equiv=refresh content='0; charset=koi8-r'>", "windows-1252", .default),
    Sniffed("<meta http-equiv=content-type content='charset charset = \"koi8-r\"'>", "koi8-r", .meta),
    Sniffed("<meta http-equiv=content-type content='charset=\"koi8-r'>", "windows-1252", .default),
    Sniffed("<meta charset=bogus http-equiv=content-type content='charset=koi8-r'>", "windows-1252", .default),
    Sniffed("<meta charset=koi8-r charset=euc-jp>", "koi8-r", .meta),
    Sniffed("<!--<meta charset=euc-jp>--><meta charset=koi8-r>", "koi8-r", .meta),
    Sniffed("<!--><meta charset=koi8-r>", "koi8-r", .meta),
    Sniffed("<!-- <meta charset=koi8-r>", "windows-1252", .default),
    Sniffed("<p title='<meta charset=euc-jp>'><meta charset=koi8-r>", "koi8-r", .meta),
    Sniffed("</p title='<meta charset=euc-jp>'><meta charset=koi8-r>", "koi8-r", .meta),
    Sniffed("<?x <meta charset=euc-jp><meta charset=koi8-r>", "koi8-r", .meta),
    Sniffed("<?xml version='1.0' encoding='koi8-r'?><rss/>", "koi8-r", .meta),
    Sniffed("<?xml version='1.0' encoding = \"koi8-r\" ?><p>", "koi8-r", .meta),
    Sniffed("<?xml version='1.0'?><p encoding='koi8-r'>", "windows-1252", .default),
    Sniffed("<script>'<meta charset=koi8-r>'</script>", "koi8-r", .meta),
    // Behind the first 1024 bytes a script's text is no markup.
    Sniffed(padding + "<meta charset=koi8-r>", "koi8-r", .meta),
    Sniffed(padding + "<script>'<meta charset=euc-jp>'</script><meta charset=koi8-r>", "koi8-r", .meta),
    Sniffed(padding + "<title><meta charset=euc-jp>", "windows-1252", .default),
])
func sniffing(page: Sniffed) {
    let text = DecodedText(decoding: Array(page.document.utf8), transportLabel: page.transport)
    #expect(text.label == page.label)
    #expect(text.source == page.source)
    #expect(text.utf8.elementsEqual(page.document.utf8))
}

private let padding = "<!--" + String(repeating: "x", count: 1100) + "-->"

@Test func markupIsNotLookedForInPlainText() {
    let text = DecodedText(decoding: Array("<meta charset=koi8-r>".utf8), markup: false)
    #expect(text.encoding == .windows1252)
    #expect(text.source == .default)
}

@Test(arguments: [
    ([0xEF, 0xBB, 0xBF, 0x61] as [UInt8], "utf-8"), ([0xFE, 0xFF, 0x00, 0x61], "utf-16be"),
    ([0xFF, 0xFE, 0x61, 0x00], "utf-16le"),
])
func byteOrderMarkOverridesTheTransport(bytes: [UInt8], label: String) {
    let text = DecodedText(decoding: bytes, transportLabel: "koi8-r")
    #expect(text.label == label)
    #expect(text.source == .bom)
    #expect(text.utf8 == [0x61])
}

@Test func bufferAndArrayDecodeAlike() {
    for bytes in [[0xEF, 0xBB, 0xBF, 0xC3, 0xA9], [0xC3, 0xA9, 0x00], [0x61, 0xE9, 0x20]] as [[UInt8]] {
        let array = DecodedText(decoding: bytes)
        let buffer = bytes.withUnsafeBytes { DecodedText(decoding: $0) }
        #expect(array.utf8 == buffer.utf8)
        #expect(array.label == buffer.label)
    }
}
