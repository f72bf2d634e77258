import Hypertext
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"><img src=x onerror='x'>&amp;", "&quot;&gt;&lt;img src=x onerror=&#39;x&#39;&gt;&amp;amp;"),
        ("a\0b\u{1b}[2J\u{7f}\u{9b}", "a\u{fffd}b\u{fffd}[2J\u{fffd}\u{fffd}"),
        ("left \u{202e}thgir\u{202c} \u{2066}x\u{2069}\u{200f}", "left thgir x"),
        ("two\nlines\u{2028}three", "two lines three"),
        ("שלום Ünïcode 😀 \u{200d}", "שלום Ünïcode 😀 \u{200d}"),
    ])
    func textAndAttributes(text: String, expected: String) {
        var writer = HTMLWriter()
        writer.element("td", ["title": text], text: text)
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == "<td title=\"\(expected)\">\(expected)</td>\n")
    }

    @Test func attributesThatAreNullAreLeftOut() {
        var writer = HTMLWriter()
        writer.void("meta", ["charset": "utf-8", "name": nil])
        writer.untrusted("x")
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "<meta charset=\"utf-8\">\n<bdi>x</bdi>")
    }

    @Test(arguments: [
        ("short", 10, "short"), ("exactly ten", 11, "exactly ten"), ("a few words that go on", 12, "a few words…"),
        ("unbrokenstring", 8, "unbroke…"), ("😀😀😀", 2, "😀…"), ("", 0, ""), ("x", 0, "…"),
    ])
    func shortening(text: String, limit: Int, expected: String) {
        #expect(shortened(text, to: limit) == expected)
    }
}
