import Testing
import Web

@Test(arguments: [
    (
        "HTTP://User:Pa%20ss@WWW.Example.COM:80/a/./b/../c?q=ä#f g",
        "http://User:Pa%20ss@www.example.com/a/c?q=%C3%A4#f%20g"
    ),
    ("https://example.com", "https://example.com/"), ("https:example.com", "https://example.com/"),
    ("https:\\\\example.com\\a\\b", "https://example.com/a/b"), ("  https://a.example/\n", "https://a.example/"),
    ("https://a.ex\tam\nple/", "https://a.example/"), ("https://a.example:8443/", "https://a.example:8443/"),
    ("https://a.example:/", "https://a.example/"), ("https://a.example/%7Ea/%zz", "https://a.example/%7Ea/%zz"),
    ("https://a.example/a b\"<>`{}^|", "https://a.example/a%20b%22%3C%3E%60%7B%7D%5E|"),
    ("https://a.example/?a'b c", "https://a.example/?a%27b%20c"), ("foo://a/?a'b", "foo://a/?a'b"),
    ("https://a.example/%2e%2E/x/%2e", "https://a.example/x/"), ("https://a.example/..", "https://a.example/"),
    ("https://a:b:c@d@a.example/", "https://a:b%3Ac%40d@a.example/"),
    ("https://Ｇｏ。com/", "https://go.com/"), ("https://faß.example/", "https://xn--fa-hia.example/"),
    ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
    ("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"),
    ("https://президент.рф/", "https://xn--d1abbgf6aiiy.xn--p1ai/"), ("https://a%2eb/", "https://a.b/"),
    ("http://0x7F.1/", "http://127.0.0.1/"), ("http://2130706433/", "http://127.0.0.1/"),
    ("http://017700000001/", "http://127.0.0.1/"),
    ("http://192.168.0.1./", "http://192.168.0.1/"), ("http://[0:0::0:1]/", "http://[::1]/"),
    ("http://[2001:DB8:0:0:1:0:0:1]/", "http://[2001:db8::1:0:0:1]/"),
    ("http://[::ffff:1.2.3.4]/", "http://[::ffff:102:304]/"),
    ("mailto:a@b.example", "mailto:a@b.example"), ("javascript:alert(1)", "javascript:alert(1)"),
    ("data:text/plain, x #y", "data:text/plain, x%20#y"), ("file:///C|/a/../..", "file:///C:/"),
    ("file://localhost/a", "file:///a"), ("foo:/..//p", "foo:/.//p"), ("foo://h", "foo://h"),
])
func urls(text: String, href: String) {
    #expect(WebURL(text)?.href == href)
}

@Test(arguments: [
    "", "a", "//a.example", "https://", "https://a b/", "https://a.example:65536/", "https://a.example:x/",
    "https://@/",
    "https://u@:80/", "https://a%00b/", "https://a<b/", "https://%zz/", "https://1.2.3.256/", "https://1.2.3.4.5/",
    "https://a.1/", "http://[::1/", "http://[1:2]/", "http://[1::2::3]/", "http://[::1.2.3.04]/", "https://\u{FFFD}/",
    "https://a\u{A0}b/", "https://\u{AD}/", "foo://a b/", "http://[:::]/", "http://[1:2:3:4:5:6:7:8:9]/",
])
func noURLs(text: String) {
    #expect(WebURL(text) == nil)
}

@Test(arguments: [
    ("", "https://a.example/b/c?d"), ("#x", "https://a.example/b/c?d#x"), ("?x", "https://a.example/b/c?x"),
    ("x", "https://a.example/b/x"), ("./x", "https://a.example/b/x"), ("../x", "https://a.example/x"),
    ("../../../x", "https://a.example/x"), ("/x", "https://a.example/x"), ("//h/x", "https://h/x"),
    ("\\x", "https://a.example/x"), ("https:x", "https://a.example/b/x"), ("http:x", "http://x/"),
    (".", "https://a.example/b/"), ("..", "https://a.example/"), ("x/../y", "https://a.example/b/y"),
    ("mailto:x", "mailto:x"),
])
func references(reference: String, href: String) throws {
    let base = try #require(WebURL("https://a.example/b/c?d#e"))
    #expect(WebURL(reference, base: base)?.href == href)
}

@Test(
    arguments: [
        ("x", "mailto:a", nil), ("#x", "mailto:a", "mailto:a#x"), ("x", "file:///C:/a/b", "file:///C:/a/x"),
        ("/x", "file:///C:/a", "file:///C:/x"), ("//h/x", "file:///a", "file://h/x"),
        ("D|/x", "file:///C:/a", "file:///D:/x"),
        ("x", "foo:/a/b", "foo:/a/x"), ("//h", "foo:/a", "foo://h"), ("/x", "foo://h/a", "foo://h/x"),
    ] as [(String, String, String?)])
func otherBases(reference: String, base: String, href: String?) throws {
    let base = try #require(WebURL(base))
    #expect(WebURL(reference, base: base)?.href == href)
}

@Test func components() throws {
    let url = try #require(WebURL("https://u:p@News.Example:8443/a?b#c"))
    #expect(url.scheme == "https")
    #expect(url.username == "u")
    #expect(url.password == "p")
    #expect(url.host == "news.example")
    #expect(url.port == 8443)
    #expect(url.path == "/a")
    #expect(url.query == "b")
    #expect(url.fragment == "c")
    #expect(url.isHTTP)
}

@Test func hrefsParseToThemselves() {
    for text in ["https://a.example/%2e/ä?'#`", "foo:/.//p", "file:///C|/..", "data: x #y", "http://[1::0]:80/\\"] {
        let href = WebURL(text)?.href
        #expect(href != nil)
        #expect(href.flatMap { WebURL($0) }?.href == href)
    }
}

@Test(arguments: [
    ("HTTPS://News.Example:443/a/../b?#top", "https://news.example/b"),
    ("https://news.example/b?id=7&utm_source=x&UTM_Medium=y#c", "https://news.example/b?id=7"),
    ("https://news.example/b?fbclid=1&gclid=2", "https://news.example/b"),
    ("https://news.example/b?page=2&&fbclid=1&a", "https://news.example/b?page=2&&a"),
    ("https://news.example/b?ref=home&source=x", "https://news.example/b?ref=home&source=x"),
    ("https://news.example/b?utm=1&autm_x=2", "https://news.example/b?utm=1&autm_x=2"),
    ("https://news.example/b/?x=utm_source", "https://news.example/b/?x=utm_source"),
])
func canonicalForms(text: String, canonical: String) {
    #expect(WebURL(text)?.canonical == canonical)
}
