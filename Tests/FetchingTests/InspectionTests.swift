import Fetching
import Files
import SystemPackage
import TestSupport
import Testing

/// `inspect` of the built program.
@Suite struct InspectionTests {
    private static let cases: [([String], String, String, Int32)] = [
        (
            ["robots", "--agent", "x", "--url", "https://g.example/a"],
            "user-agent: x\ndisallow: /a\ncrawl-delay: 2",
            "{\"allowed\":false,\"crawl_delay\":2.0,\"sitemaps\":[]}\n", 0
        ),
        (
            ["feed", "--url", "https://g.example/"],
            "<rss><item><title>A &amp; b</title><link>/1</link></item></rss>",
            "{\"title\":\"A & b\",\"link\":\"https://g.example/1\",\"id\":null,\"published_at\":null,\"published_raw\":null}\n",
            0
        ),
        (["feed"], "<html></html>", "", 65),
        (["sitemap"], "<!DOCTYPE a [<!ENTITY b 'c'>]><urlset/>", "", 65),
        (
            ["sitemap"], "https://g.example/1",
            "{\"kind\":\"url\",\"loc\":\"https://g.example/1\",\"lastmod\":null,\"changefreq\":null,\"priority\":null,"
                + "\"title\":null,\"publication_date\":null,\"publication\":null,\"language\":null}\n",
            0
        ),
        (
            ["decode", "--charset", "latin1"], "é",
            "{\"label\":\"windows-1252\",\"source\":\"transport\",\"text\":\"Ã©\"}\n",
            0
        ),
        (
            ["url"],
            "{\"input\":\"../b\",\"base\":\"https://g.example/a/a\"}\n{\"input\":\"x\",\"base\":null}\n{}\n",
            "{\"href\":\"https://g.example/b\"}\n{\"failure\":true}\n{\"failure\":true}\n", 65
        ),
        (
            ["date"], "{\"text\":\"14 March 2026\"}\n{\"text\":\"?\",\"url\":\"https://g.example/2026/03/15/x\"}\n",
            "{\"date\":\"2026-03-14\",\"precision\":\"day\",\"at\":null,\"zone\":null}\n"
                + "{\"date\":\"2026-03-15\",\"precision\":\"day\",\"at\":null,\"zone\":null}\n",
            0
        ),
        (
            ["warc"],
            "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://g.example/\r\nWARC-Date: 2026-03-14T00:00:00Z\r\n"
                + "WARC-Record-ID: <urn:x>\r\nContent-Length: 1\r\n\r\na\r\n\r\n",
            "{\"offset\":0,\"length\":148,\"type\":\"resource\",\"uri\":\"https://g.example/\","
                + "\"date\":\"2026-03-14T00:00:00Z\",\"status\":null}\n",
            0
        ),
        (["warc"], "no archive", "", 65),
    ]

    /// Arguments, the file's content, output, exit status.
    @Test(arguments: cases)
    func inspect(arguments: [String], content: String, output: String, status: Int32) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("file", content)
        let result = try Program.run("pipeline-fetch", ["inspect"] + arguments + [file.string], in: folder.path)
        #expect(result.output == output && result.status == status, "\(result.errors)")
    }
}
