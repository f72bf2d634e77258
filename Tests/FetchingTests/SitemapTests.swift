import Fetching
import Files
import Records
import TestSupport
import Testing

@Suite struct SitemapTests {
    private static func read(
        _ document: [UInt8], chunk: Int = .max, limits: SitemapLimits = SitemapLimits()
    ) throws -> (entries: [String], fault: String?, leftOut: Int) {
        var rest = document[...]
        var reader = try SitemapReader(url: "https://g.example/maps/1.xml", limits: limits) {
            defer { rest = rest.dropFirst(chunk) }
            return rest.isEmpty ? nil : Array(rest.prefix(chunk))
        }
        var entries: [String] = []
        while let entry = try reader.next() {
            let rest = [
                entry.lastmod, entry.changefreq, entry.priority, entry.title, entry.publicationDate, entry.publication,
                entry.language,
            ]
            entries.append(([entry.kind.rawValue, entry.loc] + rest.compactMap { $0 }).joined(separator: " | "))
        }
        return (entries, reader.fault, reader.leftOut)
    }

    private static let news = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
          xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">
        <url>
          <loc> https://g.example/ferry?a=1&amp;b=2 </loc>
          <news:news><news:publication><news:name>Harbour Gazette</news:name><news:language>en</news:language>
          </news:publication><news:publication_date>2026-02-05</news:publication_date>
          <news:title><![CDATA[Ferry &amp; bridge]]></news:title></news:news>
          <i:image><i:loc>https://g.example/1.jpg</i:loc><i:title>no</i:title></i:image>
        </url>
        </urlset>
        """

    private static let documents: [(String, [String])] = [
        (
            "<urlset><url><loc>https://g.example/1</loc><lastmod>2026-02-05</lastmod><changefreq>daily</changefreq>"
                + "<priority>0.5</priority></url><url><loc>/2</loc></url></urlset>",
            ["url | https://g.example/1 | 2026-02-05 | daily | 0.5", "url | https://g.example/2"]
        ),
        (
            news,
            [
                "image | https://g.example/1.jpg",
                "url | https://g.example/ferry?a=1&b=2 | Ferry & bridge | 2026-02-05 | Harbour Gazette | en",
            ]
        ),
        (
            "<s:sitemapindex xmlns:s='u'><s:sitemap><s:loc>https://g.example/a</s:loc></s:sitemap></s:sitemapindex>",
            ["sitemap | https://g.example/a"]
        ),
        (
            "<sitemapindex><sitemap>\nhttps://g.example/a?b=c&amp;d=e\n</sitemap><sitemap/></sitemapindex>",
            ["sitemap | https://g.example/a?b=c&d=e"]
        ),
        (
            "<urlset><url><loc>/1</loc><url><loc>/2</loc></urlset>",
            ["url | https://g.example/1", "url | https://g.example/2"]
        ),
        (
            "<urlset><url><loc>/1</loc></url><url><loc>/2</loc",
            ["url | https://g.example/1", "url | https://g.example/2"]
        ),
        ("<urlset><url><loc></loc></url><url><lastmod>2026</lastmod></url></urlset>", []),
        (
            "\u{feff}https://g.example/é\r\n\r\nhttp://g.example/2\nnot one",
            ["url | https://g.example/é", "url | http://g.example/2"]
        ),
        (
            "<rss><channel><item><title>T</title><link>https://g.example/1</link></item><item/></channel></rss>",
            ["url | https://g.example/1 | T"]
        ),
        (
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/1'/><updated>2026-01-01T00:00:00Z</updated>"
                + "</entry></feed>",
            ["url | https://g.example/1 | 2026-01-01T00:00:00Z"]
        ),
        ("{\"items\": [{\"url\": \"https://g.example/1\"}]}", ["url | https://g.example/1"]),
        ("Warning:<br /><b>x</b>\n<urlset><url><loc>/1</loc></url></urlset>", ["url | https://g.example/1"]),
        ("", []),
    ]

    /// Document, entries. Each is read whole, then byte by byte.
    @Test(arguments: documents)
    func entries(document: String, expected: [String]) throws {
        #expect(try Self.read(Array(document.utf8)).entries == expected)
        #expect(try Self.read(Array(document.utf8), chunk: 1).entries == expected)
    }

    @Test func otherEncodings() throws {
        let latin = Array("<?xml version='1.0' encoding='iso-8859-1'?><urlset><url><loc>https://g.example/".utf8)
        #expect(
            try Self.read(latin + [0xE9] + Array("</loc></url>".utf8), chunk: 7).entries == [
                "url | https://g.example/é"
            ])
        let wide = "<urlset><url><loc>https://g.example/é</loc></url></urlset>".utf16.flatMap {
            [UInt8($0 & 255), UInt8($0 >> 8)]
        }
        #expect(try Self.read([0xff, 0xfe] + wide).entries == ["url | https://g.example/é"])
    }

    /// Not even a large sitemap is decoded as a whole because of a byte that is not UTF-8.
    @Test func undecodableBytes() throws {
        var limits = SitemapLimits()
        limits.wholeBytes = 10
        let start = Array("<urlset><url><loc>https://g.example/é".utf8)
        let document = start + [0xE9] + Array("</loc></url></urlset>".utf8)
        #expect(try Self.read(document, limits: limits).entries == ["url | https://g.example/é\u{fffd}"])
    }

    @Test(arguments: [
        ("<html><body>Not found</body></html>", SitemapError.notASitemap),
        ("Not found\n", .notASitemap),
        ("{\"error\": 404}", .notASitemap),
        ("<!DOCTYPE urlset [<!ENTITY x 'y'>]><urlset/>", .internalSubset),
    ])
    func refused(document: String, error: SitemapError) {
        #expect(throws: error) { try Self.read(Array(document.utf8)) }
    }

    @Test func limitsLeaveOutWhatIsBeyond() throws {
        var limits = SitemapLimits()
        limits.entries = 2
        let list = Array("https://g.example/1\nhttps://g.example/2\nhttps://g.example/3\n".utf8)
        #expect(try Self.read(list, limits: limits).entries.count == 2)
        #expect(try Self.read(list, limits: limits).fault != nil)
        limits = SitemapLimits()
        limits.fieldBytes = 19
        let long = Array(("https://g.example/" + String(repeating: "x", count: 100) + "\nhttps://g.example/2").utf8)
        for chunk in [1, 50, .max] {
            let found = try Self.read(long, chunk: chunk, limits: limits)
            #expect(found.entries == ["url | https://g.example/2"] && found.leftOut == 1)
        }
        let xml = Array(
            "<urlset><url><loc>https://g.example/12</loc></url><url><loc>https://g.example/3</loc></url></urlset>".utf8)
        #expect(try Self.read(xml, limits: limits).entries == ["url | https://g.example/3"])
        limits.bytes = 2000
        let many = "<urlset>" + String(repeating: "<url><loc>https://g.example/3</loc></url>", count: 100)
        let cut = try Self.read(Array(many.utf8), chunk: 100, limits: limits)
        #expect(cut.entries.count == 48 && cut.fault != nil)
    }

    /// A million URLs are read in chunks, and no more than a chunk is held: the reader asks for the next only then.
    @Test func aMillionEntriesInChunks() throws {
        var written = 0
        var reader = try SitemapReader {
            guard written < 1_000_000 else { return nil }
            let start = written == 0 ? "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>" : ""
            let urls = (written..<written + 1000).map { "<url><loc>https://g.example/\($0)</loc></url>" }
            written += 1000
            return Array((start + urls.joined()).utf8)
        }
        var count = 0
        var ahead = 0
        while try reader.next() != nil {
            count += 1
            ahead = max(ahead, written - count)
        }
        #expect(ahead < 2000)
        #expect(count == 1_000_000)
    }

    /// crawler-commons' samples, a public set.
    @Test(.enabled(if: SharedData.has("acquisition/sitemaps"), Comment(rawValue: SharedData.absent)))
    func publicSuite() throws {
        let cases = try SuiteCase.all(of: "acquisition/sitemaps")
        #expect(cases.count == 20)
        for test in cases {
            let entries = try Self.read(try test.input.readBytes()).entries
            let expected: Int = try test.expected.require("loc_elements")
            // Feeds, lists and an index without `loc` have entries and no loc.
            #expect(expected == 0 ? !entries.isEmpty : entries.count == expected, "\(test.id): \(entries.count)")
        }
    }
}
