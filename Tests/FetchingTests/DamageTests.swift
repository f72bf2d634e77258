import Fetching
import TestSupport
import Testing

/// Samples with bytes cut out, flipped and doubled: each is read to some end, without a crash and in little time.
@Suite struct DamageTests {
    private static let samples: [String] = [
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
            + "<title>Gazette</title><item xml:base='/a/'><title><![CDATA[Fish &amp; <b>chips</b>]]></title>"
            + "<link>b?c=1&amp;d=2</link><guid isPermaLink='false'>1</guid><pubDate>Thu, 05 Feb 2026 13:34:51 +0100</pubDate>"
            + "<dc:date>2026-02-03T04:05:06Z</dc:date></item><!-- end --></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='xhtml'><div xmlns='x'>A&#233;<b>b</b></div></title>"
            + "<link rel='alternate' href='https://g.example/'/><updated>2026-01-01T00:00:00Z</updated></entry></feed>",
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", \"title\": \"a \\u00e9\"}]}",
        "<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://g.example/1</loc>"
            + "<n:news><n:title>T</n:title></n:news></url><url><loc>https://g.example/2</loc></url></urlset>",
        "https://g.example/1\nhttps://g.example/2\r\n",
        "User-agent: *\nDisallow: /a*b$\nAllow: /\u{e9}%c3\nSitemap: https://g.example/s.xml\nCrawl-delay: 1.5\n",
    ]

    private static func damage(_ sample: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = Int.random(in: start...min(start + 40, bytes.count), using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes[start] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
            default: bytes[start] = Array("<>&;'\"/![]=:#{}\n\0".utf8).randomElement(using: &random) ?? 0
            }
        }
        return bytes
    }

    @Test(arguments: samples.indices)
    func damaged(sample: Int) throws {
        var random = SeededGenerator(seed: UInt64(sample))
        let bytes = Array(Self.samples[sample].utf8)
        var read = 0
        for _ in 0..<3000 {
            let document = Self.damage(bytes, &random)
            if let feed = try? Feed(reading: document, url: "https://g.example/") {
                read += feed.items.count
                #expect(feed.items.count <= document.count)
            }
            if var reader = try? SitemapReader(document) {
                while (try? reader.next()) ?? nil != nil { read += 1 }
            }
            let rules = RobotsRules(document, agent: "GazetteBot")
            if rules.allows("https://g.example/a/b") { read += 1 }
        }
        // Most damage leaves most of a document readable.
        #expect(read > 1500)
    }

    /// Pieces of markup, repeated until a reader that looks twice at anything would take minutes.
    @Test(
        arguments: [
            "<item>", "<item><title>", "<item><title>x</item>", "<title>&lt;b", "<a:b xmlns:a='u'>", "<link href='x'/>",
            "<item xml:base='x/'>", "<url><loc>", "<url><loc>x</loc>", "<item/>", "</item>", "<title><b>", "&", "x",
        ])
    func hostile(piece: String) throws {
        let many = String(repeating: piece, count: 2_000_000 / piece.utf8.count)
        for root in ["<rss>", "<feed>", "<item>"] {
            if let feed = try? Feed(reading: Array((root + many).utf8), url: "https://g.example/") {
                #expect(feed.items.count <= FeedLimits().items)
            }
        }
        var reader = try SitemapReader(Array(("<urlset>" + many).utf8), url: "https://g.example/")
        while try reader.next() != nil {}
        #expect(reader.fault != nil)
    }
}
