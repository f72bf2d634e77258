import Files
import Glibc
import Records
import SystemPackage
import TestSupport
import Testing

/// Crawls of small sites that behave.
@Suite struct CrawlTests {
    static let page = "<!doctype html><title>Mill opens</title><p>“The mill is open,” said Oren Banks.</p>"

    /// A site with a robots.txt, a sitemap, a feed and pages with validators.
    private func site() -> ScriptedServer {
        ScriptedServer { request, _ in
            let origin = "http://\(request.host)"
            switch request.path {
            case "/robots.txt":
                return [
                    .response(
                        "User-agent: *\nDisallow: /private/\nSitemap: \(origin)/sitemap.xml\n", type: "text/plain")
                ]
            case "/sitemap.xml":
                let dates = ["2026-03-01", "2026-03-10", "2026-03-20"]
                let entries = dates.map { "<url><loc>\(origin)/story/\($0)</loc><lastmod>\($0)</lastmod></url>" }
                let more = "<url><loc>\(origin)/private/x</loc></url><url><loc>http://elsewhere.example/</loc></url>"
                return [.response("<urlset>\(entries.joined())\(more)</urlset>", type: "application/xml")]
            case "/feed.xml":
                let link = "\(origin)/story/feed?utm_source=feed"
                return [
                    .response(
                        "<rss version=\"2.0\"><channel><item><link>\(link)</link></item></channel></rss>",
                        type: "application/rss+xml")
                ]
            default:
                if request.fields["if-none-match"] == "\"one\"" { return [.send("HTTP/1.1 304 X\r\n\r\n")] }
                return [.response(Self.page, fields: ["ETag: \"one\"", "X-Robots-Tag: noarchive"])]
            }
        }
    }

    private static let eager = #""delay_seconds": 0, "listing_minutes": 0, "revisit_hours": 0.0003"#

    @Test func sourcesLeadToPages() throws {
        let server = site()
        defer { server.stop() }
        let crawl = try CrawlFolder(
            port: server.port, crawler: Self.eager,
            sources: """
                {"name": "mill", "outlet": "The Mill Post", "sites": ["http://mill.localhost:\(server.port)/"],
                 "since": "2026-03-05", "until": "2026-03-15"},
                {"name": "fair", "feeds": ["http://fair.localhost:\(server.port)/feed.xml"]}
                """)
        #expect(try crawl.crawl().status == 0)
        let pages = try crawl.pages()
        let mill = "http://mill.localhost:\(server.port)"
        #expect(Set(pages.keys) == ["\(mill)/story/2026-03-10", "http://fair.localhost:\(server.port)/story/feed"])
        let outlet: Outlet? = try pages["\(mill)/story/2026-03-10"]?.decode("outlet")
        #expect(outlet?.name == "The Mill Post")
        #expect(try pages["\(mill)/story/2026-03-10"]?.decode("noarchive") == true)
        let known = try crawl.known()
        #expect(known["\(mill)/private/x"]?.lastReason == "robots_disallowed")
        #expect(server.requests("/private/x").isEmpty)
    }

    @Test func theSecondRunAsksWhetherAnythingChanged() throws {
        let server = site()
        defer { server.stop() }
        let crawl = try CrawlFolder(
            port: server.port, crawler: Self.eager, urls: ["http://mill.localhost:\(server.port)/story/1"])
        #expect(try crawl.crawl().status == 0)
        let first = try crawl.state.appending("pages.jsonl").readBytes()
        sleep(3)
        #expect(try crawl.crawl().status == 0)
        #expect(try crawl.state.appending("pages.jsonl").readBytes() == first)
        let requests = server.requests("/story/1")
        #expect(requests.map { $0.fields["if-none-match"] } == [nil, "\"one\""])
        let types = try crawl.records().map { try $0.require("type", as: String.self) }
        #expect(types == ["warcinfo", "response", "request", "revisit", "request"])
        // The site's robots.txt is known for a day.
        #expect(server.requests("/robots.txt").count == 1)
    }

    @Test func aKilledCrawlLosesNothingAndStoresNothingTwice() throws {
        let server = ScriptedServer { request, _ in
            usleep(5000)
            return request.path == "/robots.txt" ? [.response("", status: 404)] : [.response(Self.page + request.path)]
        }
        defer { server.stop() }
        let urls = (0..<400).map { "http://h\($0 % 8).localhost:\(server.port)/story/\($0)" }
        let crawl = try CrawlFolder(
            port: server.port, crawler: #""delay_seconds": 0, "connections": 8, "warc_bytes": 20000"#, urls: urls)
        #expect(try crawl.run("discover").status == 0)
        var random = SeededGenerator(seed: 11)
        for _ in 0..<6 {
            let program = try crawl.start("retrieve")
            usleep(UInt32.random(in: 20_000...120_000, using: &random))
            kill(program.process, SIGKILL)
            _ = program.wait()
        }
        #expect(try crawl.run("retrieve").status == 0)
        #expect(Set(try crawl.pages().keys) == Set(urls))
        let responses = try crawl.records().filter { try $0.require("type", as: String.self) == "response" }
        let stored = try responses.map { try $0.require("uri", as: String.self) }
        #expect(stored.count == urls.count && Set(stored) == Set(urls))
    }

    /// What a killed crawl had in its archive is not asked for again: at most what was under way is.
    @Test func aKilledCrawlAsksForLittleAgain() throws {
        let server = ScriptedServer { request, _ in
            usleep(2000)
            return request.path == "/robots.txt" ? [.response("", status: 404)] : [.response(Self.page + request.path)]
        }
        defer { server.stop() }
        let urls = (0..<300).map { "http://h\($0 % 4).localhost:\(server.port)/story/\($0)" }
        let crawl = try CrawlFolder(port: server.port, crawler: #""delay_seconds": 0, "connections": 4"#, urls: urls)
        #expect(try crawl.run("discover").status == 0)
        let program = try crawl.start("retrieve")
        while server.requests.count < 150 { usleep(1000) }
        kill(program.process, SIGKILL)
        _ = program.wait()
        #expect(try crawl.run("retrieve").status == 0)
        #expect(Set(try crawl.pages().keys) == Set(urls))
        let pages = server.requests.filter { $0.path != "/robots.txt" }
        #expect(pages.count <= urls.count + 4)
    }

    @Test func aLongListIsTakenWhole() throws {
        let urls = (0..<30_000).map {
            "https://outlet\($0 % 90).example/2026/03/a-story-that-has-a-long-name/\($0 / 2)"
        }
        let crawl = try CrawlFolder(port: 9, crawler: #""delay_seconds": 0"#, urls: urls)
        for _ in 0..<2 {
            #expect(try crawl.run("discover").status == 0)
            #expect(Set(try crawl.known().keys) == Set(urls))
            // Changed, so that it is read again.
            try crawl.folder.write("urls.txt", urls.reversed().joined(separator: "\n") + "\n\n")
        }
    }

    @Test func aRunWithoutContactIsRefused() throws {
        let folder = try TemporaryFolder()
        let source = #"{"name": "a", "feeds": ["https://outlet.example/feed"]}"#
        let configuration = try folder.write(
            "pipeline.json",
            #"{"stages": [{"stage": "fetch", "crawler": {"agent": "TestBot"}, "sources": [\#(source)]}]}"#)
        let result = try Program.run(
            "pipeline-fetch", ["discover", "--config", configuration.string, "--state", "crawl"], in: folder.path)
        #expect(result.status == 78)
        #expect(result.errors.contains("crawler.contact"))
    }

    @Test func aSecretGoesToItsOriginAlone() throws {
        let server = ScriptedServer { request, _ in
            switch request.path {
            case "/robots.txt": [.response("", status: 404)]
            case "/away": [.redirect("http://other.localhost:\(request.host.split(separator: ":").last ?? "")/story")]
            default: [.response(Self.page)]
            }
        }
        defer { server.stop() }
        let own = "http://own.localhost:\(server.port)"
        let crawl = try CrawlFolder(
            port: server.port,
            crawler: #""delay_seconds": 0, "credentials": [{"origin": "\#(own)", "environment": "CRAWL_SECRET"}]"#,
            urls: ["\(own)/away", "\(own)/story"])
        let environment = ["CRAWL_SECRET": "Bearer s3cret-word"]
        #expect(try crawl.run("discover", environment: environment).status == 0)
        #expect(try crawl.run("retrieve", environment: environment).status == 0)
        let sent = server.requests.filter { $0.fields["authorization"] != nil }
        #expect(Set(sent.map(\.host)) == ["own.localhost:\(server.port)"])
        for file in try crawl.state.filesBelow() where file.name != "lock" {
            #expect(!String(decoding: try file.readBytes(), as: UTF8.self).contains("s3cret-word"))
        }
        // Without the variable nothing starts.
        #expect(try crawl.run("retrieve").status == 78)
    }

    @Test func aCrawlDelayIsKept() throws {
        let server = ScriptedServer { request, _ in
            request.path == "/robots.txt"
                ? [.response("User-agent: *\nCrawl-delay: 0.3\n", type: "text/plain")] : [.response(Self.page)]
        }
        defer { server.stop() }
        let urls = (0..<4).map { "http://slow.localhost:\(server.port)/story/\($0)" }
        let crawl = try CrawlFolder(port: server.port, crawler: #""delay_seconds": 0"#, urls: urls)
        #expect(try crawl.crawl().status == 0)
        let times = server.requests.filter { $0.path != "/robots.txt" }.map(\.at)
        #expect(times.count == 4)
        #expect(zip(times.dropFirst(), times).allSatisfy { $0 - $1 >= 0.29 })
    }

    @Test(arguments: [(403, true), (404, true), (500, false)])
    func aMissingRobotsFileMeansWhatItsStatusSays(status: Int, mayAsk: Bool) throws {
        let server = ScriptedServer { request, _ in
            request.path == "/robots.txt" ? [.response("", status: status)] : [.response(Self.page)]
        }
        defer { server.stop() }
        let url = "http://site.localhost:\(server.port)/story"
        let crawl = try CrawlFolder(
            port: server.port, crawler: #""delay_seconds": 0, "retry_seconds": 0.01"#, urls: [url])
        #expect(try crawl.crawl().status == 0)
        #expect(server.requests("/story").count == (mayAsk ? 1 : 0))
        #expect(try crawl.known()[url]?.lastReason == (mayAsk ? nil : "robots_unreachable"))
    }
}
