import Files
import Foundation
import Records
import SystemPackage
import TestSupport
import Testing

/// All scenarios of a hostile server that is no part of the project; minutes, so only where PIPELINE_HOSTILE_SERVER is set.
@Suite struct SharedServerTests {
    static let script = Project.root.pushing("../shared/hostile/hostile_server.py").lexicallyNormalized()

    /// What each URL must end as: stored, or with which of these reasons. The server's list says why.
    static let stored: Set<String> = [
        "/ok", "/redirect/relative", "/redirect/userinfo", "/redirect/meta", "/body/long", "/body/nul", "/body/deep",
        "/body/attrs", "/body/oneline", "/body/escape", "/body/pathname/..%2f..%00/x", "/gzip/ok", "/gzip/lie",
        "/gzip/members", "/gzip/double", "/chunked/ok", "/chunked/trailer", "/chunked/andlength", "/status/429",
        "/status/503burst", "/status/soft404", "/cache/etag", "/cache/lastmod", "/headers/folded", "/headers/lfonly",
        "/reset/flaky", "/charset/utf16le", "/type/html-as-octet", "/robots/allow", "/robots.txt",
    ]
    static let refused: [String: String] = [
        "/private/x": "robots_disallowed", "/redirect/loop": "redirect_loop", "/redirect/pair": "redirect_loop",
        "/redirect/endless/1": "too_many_redirects", "/redirect/file": "refused_url", "/redirect/gopher": "refused_url",
        "/redirect/linklocal": "refused_address", "/redirect/private": "refused_address",
        "/redirect/otherport": "refused_address", "/redirect/decimal": "refused_address",
        "/redirect/v6mapped": "refused_address", "/redirect/crlf": "http_error", "/slow/body": "timed_out",
        "/slow/headers": "timed_out", "/slow/silent": "timed_out", "/body/endless": "too_large",
        "/body/200mb": "too_large", "/body/short": "truncated_body", "/body/twolengths": "invalid_response",
        "/body/neglength": "invalid_response", "/body/hugelength": "invalid_response", "/body/empty200": "empty_body",
        "/gzip/truncated": "truncated_body", "/gzip/badcrc": "corrupt_body",
        "/gzip/unknown": "unsupported_content_encoding", "/gzip/bomb": "too_large", "/gzip/bombbomb": "too_large",
        "/chunked/garbage": "truncated_body", "/chunked/truncated": "truncated_body",
        "/chunked/hugesize": "truncated_body", "/status/429date": "too_many_requests", "/status/503": "server_error",
        "/status/code/404": "http_error", "/status/code/451": "http_error", "/status/code/204": "http_error",
        "/status/code/206": "http_error", "/status/code/304": "http_error", "/status/code/502": "server_error",
        "/status/code/999": "http_error", "/status/code/103": "invalid_response", "/cookies/wall": "redirect_loop",
        "/cookies/flood": "oversized_header", "/headers/long": "oversized_header", "/headers/many": "oversized_header",
        "/headers/nocolon": "invalid_response", "/headers/http09": "invalid_response",
        "/headers/icy": "invalid_response", "/reset/now": "connection_lost", "/reset/midbody": "truncated_body",
        "/type/pdf": "not_a_page", "/robots/503": "server_error",
    ]
    /// Feeds and sitemaps: read, or with which fault.
    static let listings: [String: String?] = [
        "/sitemap/ok": nil, "/sitemap/deep/0": nil, "/sitemap/wide/1": nil, "/sitemap/self": nil,
        "/sitemap/million": nil, "/sitemap/clipped": nil, "/sitemap/crosshost": nil, "/sitemap/gz": nil,
        "/feed/ok": nil, "/feed/json": nil, "/feed/badlinks": nil, "/feed/deep": nil, "/feed/xinclude": nil,
        "/feed/laughs": "unreadable_listing", "/feed/quadratic": "unreadable_listing",
        "/feed/xxe-file": "unreadable_listing", "/feed/xxe-http": "unreadable_listing",
        "/feed/xxe-param": "unreadable_listing", "/feed/html": "unreadable_listing",
    ]

    @Test(
        .enabled(
            if: FileStamp(script) != nil && ProcessInfo.processInfo.environment["PIPELINE_HOSTILE_SERVER"] != nil,
            "PIPELINE_HOSTILE_SERVER is not set, or the hostile server is not there"))
    func everyScenarioEndsAsItMust() throws {
        let folder = try TemporaryFolder()
        let log = folder.path.appending("log.jsonl")
        let server = Process()
        server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        server.arguments = ["python3", Self.script.string, "--lifetime", "180", "--log", log.string]
        let output = Pipe()
        server.standardOutput = output
        try server.run()
        defer { server.terminate() }
        let ready = try Row(Array(output.fileHandleForReading.availableData))
        let port: Int = try ready.require("port")

        let paths = Self.stored.union(Self.refused.keys).sorted()
        func url(_ path: String) -> String {
            let name = String(path.map { $0.isLetter || $0.isNumber ? $0 : "-" }).lowercased()
            return "http://s\(name).localhost:\(port)\(path)"
        }
        let feeds = Self.listings.keys.sorted().map { "\"\(url($0))\"" }.joined(separator: ",")
        let crawl = try CrawlFolder(
            port: UInt16(port),
            crawler: #""delay_seconds": 0, "total_seconds": 8, "retry_seconds": 0.2, "max_listings": 26"#,
            sources: """
                {"name": "pages", "urls": ["urls.txt"]},
                {"name": "listings", "feeds": [\(feeds)], "domains": ["127.0.0.1"], "max_urls": 5}
                """)
        try crawl.folder.write("urls.txt", paths.map(url).joined(separator: "\n"))
        for step in ["discover", "retrieve"] {
            let program = try crawl.start(step)
            let peak = CrawlFolder.peakMemory(of: program)
            #expect(program.wait().status == 0)
            #expect(peak > 0 && peak <= 256 << 20)
        }
        let known = try crawl.known()
        for path in Self.stored {
            let row = known[url(path)]
            #expect(row?.lastStatus == 200 && [nil, "redirected"].contains(row?.lastReason), "\(path)")
        }
        for (path, reason) in Self.refused { #expect(known[url(path)]?.lastReason == reason, "\(path)") }
        let lists = try crawl.known("discover")
        for (path, reason) in Self.listings { #expect(lists[url(path)]?.lastReason == reason, "\(path)") }

        let requests = String(decoding: try log.readBytes(), as: UTF8.self).split(separator: "\n")
        #expect(!requests.contains { $0.contains("\"canary\": true") })
        // Once by its own name, once by the address that it names itself by.
        #expect(requests.count { $0.contains("\"/sitemap/self\"") } == 2)
        #expect(requests.count { $0.contains("\"/sitemap/wide/") } <= 8)
        #expect(!requests.contains { $0.contains("hunter2") || $0.contains("evil:") })
        for file in try crawl.state.filesBelow() {
            #expect(!String(decoding: try file.readBytes(), as: UTF8.self).contains("root:x:0"))
        }
    }
}
