import Fetching
import Files
import Records
import SystemPackage
import TestSupport
import Testing

@Suite struct RobotsTests {
    private static let file = """
        \u{feff}# Rules of the Harbour Gazette
        User-agent: *
        Crawl-delay: 2.5
        Disallow: /search   # results
        Disallow: /*.pdf$
        Allow: /search/about

        User-Agent: GazetteBot/1.0
        user-agent: OtherBot
        Disallow: /drafts/
        Sitemap: https://gazette.example/news.xml

        User-agent: gazettebot
        Crawl-delay: 10
        Disallow: /caf\u{e9}
        Allow: /drafts/index.html
        Disallow: /b%c3%a9
        Allow: /equal
        Disallow: /equal
        Disallow:

        User-agent: NothingBot
        """

    @Test(arguments: [
        ("AnyBot", "https://gazette.example/", true),
        ("AnyBot", "https://gazette.example", true),
        ("AnyBot", "https://gazette.example/search?q=x", false),
        ("AnyBot", "https://gazette.example/search/about", true),
        ("AnyBot", "https://gazette.example/a/b.pdf", false),
        ("AnyBot", "https://gazette.example/a/b.pdf?page=2", true),
        ("AnyBot", "https://gazette.example/a/b.pdf#page=2", false),
        ("AnyBot", "https://gazette.example?x=/search", true),
        ("AnyBot", "/search", false),
        ("AnyBot", "//gazette.example/search", false),
        ("AnyBot", "https://gazette.example/x?u=http://y.example/search", true),
        ("GazetteBot", "https://gazette.example/search", true),
        ("GAZETTEBOT/2.1 (+https://x.example)", "https://gazette.example/drafts/1", false),
        ("GazetteBot", "https://gazette.example/drafts/", true),
        ("GazetteBot", "https://gazette.example/drafts/index.html", true),
        ("GazetteBot", "https://gazette.example/caf%c3%a9/1", false),
        ("GazetteBot", "https://gazette.example/b%C3%A9", false),
        ("GazetteBot", "https://gazette.example/equal", true),
        ("OtherBot", "https://gazette.example/drafts/1", false),
        ("OtherBot", "https://gazette.example/caf%C3%A9", true),
        ("Gazette", "https://gazette.example/search", false),
        ("NothingBot", "https://gazette.example/search", true),
        ("", "https://gazette.example/search", false),
    ])
    func allows(agent: String, url: String, expected: Bool) {
        #expect(RobotsRules(Array(Self.file.utf8), agent: agent).allows(url) == expected)
    }

    @Test func delayAndSitemaps() {
        #expect(RobotsRules(Array(Self.file.utf8), agent: "AnyBot").crawlDelay == 2.5)
        #expect(RobotsRules(Array(Self.file.utf8), agent: "GazetteBot").crawlDelay == 10)
        #expect(RobotsRules(Array(Self.file.utf8), agent: "NothingBot").crawlDelay == nil)
        #expect(RobotsRules(Array(Self.file.utf8), agent: "x").sitemaps == ["https://gazette.example/news.xml"])
    }

    /// Lines as people write them, for `x` and `/a`.
    @Test(arguments: [
        ("user agent: x\ndisallow: /a", false),
        ("useragent x\r\rdissallow /a", false),
        ("User-agent:x\tDisallow: /a", true),
        ("user-agent: x\ndisallow /a b", true),
        ("user-agent : x\n disallow\t:\t/a ", false),
        ("disallow: /a", true),
        ("user-agent: x y\ndisallow: /a", false),
        ("user-agent: * x\ndisallow: /a", false),
        ("user-agent: *x\ndisallow: /a", true),
        ("user-agent: x\nsitemap: /s\nuser-agent: y\ndisallow: /a", false),
        ("user-agent: x\nallow: /b\nuser-agent: y\ndisallow: /a", true),
        ("user-agent: x\ndisallow: *", false),
        ("user-agent: x\ndisallow: /a$$", true),
        ("user-agent: x\ndisallow: $", true),
        ("user-agent: x\ndisallow: /*$", false),
        ("user-agent: x\ndisallow: /a*a$", true),
        ("\u{feff}user-agent: x\ndisallow: /", false),
        ("<html>not found: sorry</html>", true),
        ("", true),
    ])
    func lines(file: String, expected: Bool) {
        #expect(RobotsRules(Array(file.utf8), agent: "x").allows("https://gazette.example/a") == expected)
    }

    @Test func fileIsReadUpToTheLimitAndNoHalfLine() {
        let filler = String(repeating: "#\n", count: (RobotsRules.maximumBytes - 40) / 2)
        let file = Array(("user-agent: x\n" + filler + "disallow: /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n").utf8)
        #expect(file.count > RobotsRules.maximumBytes)
        #expect(RobotsRules(file, agent: "x").rules.isEmpty)
    }

    /// Rules made to be slow against a path made to be slow.
    @Test(arguments: ["allow:*a\n", "allow:*a*a*a*b\n", "user-agent:x\n", "\n", "allow:\n"])
    func hostile(line: String) {
        let file = "user-agent: x\n" + String(repeating: line, count: RobotsRules.maximumBytes / line.utf8.count)
        let rules = RobotsRules(Array(file.utf8), agent: "x")
        #expect(rules.allows("https://gazette.example/" + String(repeating: "a", count: 8000)))
    }

    @Test func manyWildcardsInOneRule() {
        let rule = "user-agent: x\ndisallow: /" + String(repeating: "*a", count: 8000) + "*b$"
        let rules = RobotsRules(Array(rule.utf8), agent: "x")
        #expect(rules.allows("https://gazette.example/" + String(repeating: "a", count: 100_000)))
    }

    /// Google's own tests, whose files and expectations are a public set.
    @Test(.enabled(if: SharedData.has("acquisition/robots"), Comment(rawValue: SharedData.absent)))
    func publicSuite() throws {
        let cases = try SuiteCase.all(of: "acquisition/robots")
        #expect(cases.count == 139)
        for test in cases {
            let rules = RobotsRules(try test.input.readBytes(), agent: try test.arguments.require("agent"))
            let expected: Bool = try test.expected.require("allowed")
            #expect(rules.allows(try test.arguments.require("url")) == expected, "\(test.id)")
        }
    }
}
