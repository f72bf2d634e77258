import Fetching
import Files
import Records
import TestSupport
import Testing

@Suite struct FeedTests {
    /// Title | link | id | date, an item a line; then `!` and what is wrong.
    private static func summary(_ feed: Feed) -> String {
        let items = feed.items.map { item in
            [item.title, item.link, item.id, item.publishedAt ?? item.publishedRaw].map { $0 ?? "-" }
                .joined(separator: " | ")
        }
        return (items + (feed.fault.map { ["!" + $0] } ?? [])).joined(separator: "\n")
    }

    private static let samples: [(String, String)] = [
        // RSS 2.0
        (
            "<item><title>Ferry late</title><link>https://g.example/1</link><guid>g1</guid>"
                + "<pubDate>Thu, 05 Feb 2026 13:34:51 +0100</pubDate></item>",
            "Ferry late | https://g.example/1 | g1 | 2026-02-05T12:34:51Z"
        ),
        ("<item><title><![CDATA[Fish & <b>chips</b>]]></title></item>", "Fish & chips | - | - | -"),
        ("<item><title>Fish &amp;amp; caf&amp;eacute;</title></item>", "Fish & café | - | - | -"),
        ("<item><title>AT&T: 1 < 2&nbsp;&hellip;</title></item>", "AT&T: 1 < 2 … | - | - | -\n!"),
        ("<item><title>Use <i>this</i></title></item>", "Use this | - | - | -"),
        ("<item><link>https://g.example/?a=1&b=2</link></item>", "- | https://g.example/?a=1&b=2 | - | -\n!"),
        ("<item><link>\n /news/1\n</link></item>", "- | https://g.example/news/1 | - | -"),
        ("<item xml:base='/sub/'><link>1</link></item>", "- | https://g.example/sub/1 | - | -"),
        ("<item><link>a</link><link>https://g.example/2</link></item>", "- | https://g.example/2 | - | -"),
        ("<item><guid>https://g.example/3</guid></item>", "- | https://g.example/3 | https://g.example/3 | -"),
        ("<item><guid isPermaLink='false'>4</guid></item>", "- | - | 4 | -"),
        (
            "<item><atom:link href='/5' xmlns:atom='http://www.w3.org/2005/Atom'/></item>",
            "- | https://g.example/5 | - | -"
        ),
        ("<item><atom:link rel='self' href='/5'/><dc:title>T</dc:title></item>", "T | - | - | -"),
        ("<item><dc:date>2026-02-03T04:05:06+02:00</dc:date></item>", "- | - | - | 2026-02-03T02:05:06Z"),
        ("<item><dc:date>2026-02-03</dc:date></item>", "- | - | - | 2026-02-03"),
        (
            "<item><pubDate>yesterday</pubDate><dc:date>2026-02-03T04:05Z</dc:date></item>",
            "- | - | - | 2026-02-03T04:05:00Z"
        ),
        ("<item><pubDate>Thu, 05 Feb 26 13:34:51 +0100</pubDate></item>", "- | - | - | 2026-02-05T12:34:51Z"),
        ("<item><pubDate>5 Feb 99 13:34 GMT</pubDate></item>", "- | - | - | 1999-02-05T13:34:00Z"),
        ("<item><pubDate>Thu, 05 Feb 2026 13:34:51</pubDate></item>", "- | - | - | Thu, 05 Feb 2026 13:34:51"),
        ("<item><media:group><media:title>no</media:title></media:group></item>", "- | - | - | -"),
        ("<item><source><title>no</title></source><media:title>no</media:title></item>", "- | - | - | -"),
        ("<item/><item></item>", "- | - | - | -\n- | - | - | -"),
        ("<item><title>one<item><title>two</title></item>", "onetwo | - | - | -\n!"),
        ("<item><title>one</title><item><title>two</title></item>", "one | - | - | -\ntwo | - | - | -\n!"),
        // Atom
        (
            "<entry><title type='html'>A &amp;lt;b&amp;gt; &lt;b&gt;c&lt;/b&gt;</title><link href='/6'/><id>tag:6</id>"
                + "<published>2026-01-01T00:00:00Z</published><updated>2026-01-02T00:00:00Z</updated></entry>",
            "A <b> c | https://g.example/6 | tag:6 | 2026-01-01T00:00:00Z"
        ),
        ("<entry><title type='text'>The &lt;b&gt; tag</title></entry>", "The <b> tag | - | - | -"),
        ("<entry><title type='xhtml'><div>AT<b>&amp;</b>T</div></title></entry>", "AT&T | - | - | -"),
        (
            "<entry><link rel='self' href='/s'/><link rel='enclosure' href='/e'/><link rel='alternate' type='application/json' href='/j'/>"
                + "<link rel='alternate' type='text/html' href='/h'/><link rel='alternate' href='/x'/></entry>",
            "- | https://g.example/h | - | -"
        ),
        ("<entry><updated>2026-01-02T00:00:00Z</updated></entry>", "- | - | - | 2026-01-02T00:00:00Z"),
        ("<entry><issued>2004-01-01T19:48:21+01:00</issued></entry>", "- | - | - | 2004-01-01T18:48:21Z"),
    ]

    /// Items in each format. `ITEM` is put into a feed around it.
    @Test(arguments: samples)
    func items(item: String, expected: String) throws {
        for (start, end) in [
            ("<?xml version='1.0'?><rss version='2.0'><channel><title>G</title>", "</channel></rss>"),
            ("<feed xmlns='http://www.w3.org/2005/Atom'><title>G</title>", "</feed>"),
            (
                "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf='u'><channel><title>G</title></channel>",
                "</rdf:RDF>"
            ),
            ("<feed xmlns='http://no.example/such'><title>G</title>", "</feed>"),
        ] {
            let feed = try Feed(reading: Array((start + item + end).utf8), url: "https://g.example/feeds/all.xml")
            #expect(feed.title == "G")
            let summary = Self.summary(feed)
            #expect(expected.hasSuffix("!") ? summary.hasPrefix(expected) : summary == expected)
        }
    }

    @Test(arguments: [
        ("<rss><channel/></rss>", Feed.Format.rss, ""),
        ("Warning: <b>oops</b><br/>\n<?xml version='1.0'?><rss><item><title>x</title></item></rss>", .rss, "x"),
        ("<rss><channel><item><title>x</title></item><item><title>y</tit", .rss, "x|y"),
        ("<channel><item><title>x</title></item></channel>", .rss, "x"),
        ("<RDF><item about='u1'><title>x</title></item></RDF>", .rdf, "x"),
        ("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", .json, ""),
        (
            "\u{feff} {\"items\": [{\"title\": \"x\"}, 7, {\"title\": [], \"id\": 3}, {\"title\": \"a &amp; b\"}]}",
            .json, "x|-|a & b"
        ),
    ])
    func formats(document: String, format: Feed.Format, titles: String) throws {
        let feed = try Feed(reading: Array(document.utf8))
        #expect(feed.format == format)
        #expect(feed.items.map { $0.title ?? "-" }.joined(separator: "|") == titles)
    }

    @Test func jsonFeed() throws {
        let feed = try Feed(
            reading: Array(
                """
                {"title": "G", "items": [
                  {"id": "1", "url": "/a", "external_url": "https://x.example", "title": " A\\n b ",
                   "date_published": "2026-02-03T04:05:06-05:00", "date_modified": "2026-03-01T00:00:00Z"},
                  {"id": 2.50, "external_url": "https://x.example/b", "date_modified": "2026-03-01T00:00:00Z"},
                  {"id": "https://g.example/c", "title": null}
                ]}
                """.utf8), url: "https://g.example/feed.json")
        #expect(feed.title == "G")
        #expect(
            Self.summary(feed) == """
                A b | https://g.example/a | 1 | 2026-02-03T09:05:06Z
                - | https://x.example/b | 2.50 | 2026-03-01T00:00:00Z
                - | https://g.example/c | https://g.example/c | -
                """)
    }

    /// What a document is written in, where its label may be missing or wrong.
    @Test(
        arguments: [
            ("<?xml version='1.0' encoding='ISO-8859-1'?>", [0xE9], nil, "é"),
            ("<?xml version='1.0' encoding='windows-1251'?>", [0xE9], nil, "й"),
            ("", [0xC3, 0xA9], nil, "é"),
            ("", [0xE9], "iso-8859-1", "é"),
            ("<?xml version='1.0' encoding='utf-8'?>", [0xE9], nil, "é"),
            ("<?xml version='1.0' encoding='ISO-8859-1'?>", [0xC3, 0xA9], "ISO-8859-1", "é"),
            ("<?xml version='1.0' encoding='utf-16'?>", [0xC3, 0xA9], nil, "é"),
            ("<?xml version='1.0' encoding='utf-8'?>", [0xC3, 0xA9, 0xE9, 0x20], nil, "é\u{fffd}"),
            ("<!-- <meta charset='koi8-r'> -->", [0xC3, 0xA9], nil, "é"),
        ] as [(String, [UInt8], String?, String)])
    func encodings(declaration: String, title: [UInt8], charset: String?, expected: String) throws {
        let document =
            Array((declaration + "<rss><item><title>").utf8) + title + Array("</title></item></rss>".utf8)
        #expect(try Feed(reading: document, charset: charset).items.first?.title == expected)
    }

    @Test func utf16() throws {
        let text = "<?xml version='1.0' encoding='utf-16'?><rss><item><title>é</title></item></rss>"
        let bytes = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        #expect(try Feed(reading: bytes).items.first?.title == "é")
        #expect(try Feed(reading: [0xff, 0xfe] + bytes).items.first?.title == "é")
    }

    @Test(arguments: [
        ("<!DOCTYPE html><html><body><p>Not found</p></body></html>", FeedError.notAFeed),
        ("", .notAFeed),
        ("no markup at all", .notAFeed),
        ("{\"version\": 1}", .notAFeed),
        ("<!DOCTYPE rss [<!ENTITY a 'aaaa'>]><rss><item><title>&a;</title></item></rss>", .internalSubset),
    ])
    func refused(document: String, error: FeedError) {
        #expect(throws: error) { try Feed(reading: Array(document.utf8)) }
    }

    @Test func limitsLeaveOutWhatIsBeyond() throws {
        var limits = FeedLimits()
        (limits.items, limits.fieldBytes) = (2, 5)
        let item = "<item><title>123456789</title></item>"
        let feed = try Feed(reading: Array("<rss>\(item)\(item)\(item)</rss>".utf8), limits: limits)
        #expect(feed.items.map(\.title) == ["12345", "12345"])
        limits.bytes = 60
        #expect(throws: FeedError.notAFeed) {
            try Feed(reading: Array("<rss>\(item)\(item)</rss>".utf8), limits: limits)
        }
    }

    /// The pairs of gofeed, a public set: title and link of every item of every feed.
    @Test(.enabled(if: SharedData.has("acquisition/feeds"), Comment(rawValue: SharedData.absent)))
    func publicSuite() throws {
        let cases = try SuiteCase.all(of: "acquisition/feeds")
        #expect(cases.count == 533)
        var pairs = 0
        for test in cases {
            let feed = try? Feed(reading: try test.input.readBytes())
            guard test.source == "gofeed/translator" else { continue }
            pairs += 1
            let expected =
                try Row(Array(test.expected.raw("json") ?? [])).decode("items", as: [ExpectedItem].self) ?? []
            let found = (feed?.items ?? []).map { ExpectedItem(title: $0.title, link: $0.link) }
            #expect(found == expected, "\(test.id)")
        }
        #expect(pairs == 94)
    }

    private struct ExpectedItem: JSONRecord, Equatable {
        var title: String?
        var link: String?

        init() {}

        init(title: String?, link: String?) {
            self.title = title
            self.link = link
        }

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("title", &title)
            try visitor.field("link", &link)
        }
    }
}
