import Normalization
import Records
import Web

/// Any bytes, as a page and as plain text: an article whose blocks tile its text, or a limit that was exceeded.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    let page = DecodedText(decoding: bytes)
    let text = DecodedText(decoding: bytes, markup: false)
    var normalizer = PageNormalizer()
    page.utf8.withUnsafeBufferPointer { utf8 in
        if let article = try? normalizer.normalize(html: utf8, url: "https://courier.example/city/page") {
            check(article)
        }
    }
    text.utf8.withUnsafeBufferPointer { check(normalizer.normalize(text: $0)) }
    return 0
}

private func check(_ page: NormalizedPage) {
    let offsets = ScalarOffsets(page.text)
    let blocks = page.blocks.map { offsets[TextSpan($0.start, $0.end)] }
    precondition(blocks.joined(separator: "\n\n") == page.text, "blocks tile the text")
    precondition(blocks.allSatisfy { !$0.isEmpty }, "no block is empty")
}
