import Digest

/// A page in one file, which loads nothing and runs only what it was made with.
///
/// Its Content-Security-Policy allows this style sheet and this script by their digests, and nothing else.
public struct Page {
    public var title: String
    /// Added to the style that all pages share.
    public var style: StaticString
    /// Null for a page without any script.
    public var script: StaticString?

    public init(title: String, style: StaticString, script: StaticString? = nil) {
        self.title = title
        self.style = style
        self.script = script
    }

    /// The whole page; `body` writes what stands between header and end.
    public func bytes(_ body: (inout HTMLWriter) -> Void) -> [UInt8] {
        let css = bytes(of: sharedStyle) + bytes(of: style)
        let code = script.map(bytes(of:))
        var policy = "default-src 'none'; style-src '\(digest(css))'; base-uri 'none'; form-action 'none'"
        if let code { policy += "; script-src '\(digest(code))'" }
        var writer = HTMLWriter()
        writer.raw("<!DOCTYPE html>\n")
        writer.element("html", ["lang": "en"]) { html in
            html.element("head") { head in
                head.void("meta", ["charset": "utf-8"])
                head.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
                head.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                head.void("meta", ["name": "referrer", "content": "no-referrer"])
                head.void("meta", ["name": "color-scheme", "content": "light dark"])
                head.element("title", text: title)
                head.element("style") { $0.raw(bytes: css) }
            }
            html.element("body") { element in
                body(&element)
                if let code { element.element("script") { $0.raw(bytes: code) } }
            }
        }
        return writer.bytes
    }

    private func bytes(of text: StaticString) -> [UInt8] {
        Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// As in Content Security Policy Level 3, section 2.3.1.
    private func digest(_ bytes: [UInt8]) -> String {
        "sha256-" + base64(SHA256.hex(bytes))
    }
}

/// The base64 (RFC 4648 section 4) of bytes that are given as hexadecimal digits.
private func base64(_ hexadecimal: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    // Three digits are twelve bits, two characters.
    var digits = hexadecimal.utf8.map { Int($0 < 58 ? $0 - 48 : $0 - 87) }
    let bytes = digits.count / 2
    while digits.count % 3 != 0 { digits.append(0) }
    var result: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 3) {
        let bits = digits[start] << 8 | digits[start + 1] << 4 | digits[start + 2]
        result += [alphabet[bits >> 6], alphabet[bits & 63]]
    }
    result = Array(result.prefix((bytes * 8 + 5) / 6))
    while result.count % 4 != 0 { result.append(UInt8(ascii: "=")) }
    return String(decoding: result, as: UTF8.self)
}
