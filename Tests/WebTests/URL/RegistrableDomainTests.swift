import Testing
import Web

@Test(arguments: [
    ("example.com", "example.com"), ("www.news.example.com", "example.com"), ("www.example.co.uk", "example.co.uk"),
    ("news.example.com.au", "example.com.au"), ("www.example.abc.au", "abc.au"), ("www.example.co.jp", "example.co.jp"),
    ("a.example.or.kr", "example.or.kr"), ("a.example.com.br", "example.com.br"), ("a.b.example.de", "example.de"),
    ("www.example.com.", "example.com"), ("a.example.com.bd", "example.com.bd"), ("www.ck", "www.ck"),
    ("a.www.ck", "www.ck"), ("writer.blogspot.com", "writer.blogspot.com"), ("a.example.newtld", "example.newtld"),
    ("xn--bcher-kva.example", "xn--bcher-kva.example"), ("example.gov", "example.gov"),
])
func domains(host: String, domain: String) {
    #expect(registrableDomain(ofHost: host) == domain)
}

@Test(arguments: [
    "", "com", "localhost", "co.uk", "com.bd", "github.io", "127.0.0.1", "[::1]", "a..b", ".example.com", "1.2.3", ".",
])
func noDomains(host: String) {
    #expect(registrableDomain(ofHost: host) == nil)
}

@Test func domainOfAURL() {
    #expect(WebURL("https://www.example.co.uk/x")?.registrableDomain == "example.co.uk")
    #expect(WebURL("https://10.0.0.1/x")?.registrableDomain == nil)
    #expect(WebURL("mailto:a@b.example")?.registrableDomain == nil)
}
