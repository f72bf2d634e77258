import Records
import Synchronization
import TestSupport
import Testing

/// What servers do by mistake or malice, each from a host of its own so that all are asked at once.
@Suite struct HostileServerTests {
    struct Scenario: Sendable {
        var name: String
        var expected: Expectation
        var steps: @Sendable (_ earlier: Int, _ port: UInt16) -> [ScriptedServer.Step]

        init(
            _ name: String, _ expected: Expectation,
            _ steps: @escaping @Sendable (Int, UInt16) -> [ScriptedServer.Step]
        ) {
            (self.name, self.expected, self.steps) = (name, expected, steps)
        }
    }

    enum Expectation: Equatable, Sendable {
        case stored
        case fault(String)
    }

    static let page = "<!doctype html><title>Ferry line reopens</title><p>“The ferry runs again,” said Mira Holt.</p>"

    static let scenarios: [Scenario] = [
        Scenario("ok", .stored) { _, _ in [.response(page)] },
        // Bodies.
        Scenario("endless", .fault("too_large")) { _, _ in
            [
                .send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
                .endlessly([UInt8](repeating: 97, count: 1 << 16), milliseconds: 0),
            ]
        },
        Scenario("declared-large", .fault("too_large")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nabc")]
        },
        Scenario("short", .fault("truncated_body")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n" + page)]
        },
        Scenario("two-lengths", .fault("invalid_response")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nContent-Length: 20\r\n\r\n" + page)]
        },
        Scenario("negative-length", .fault("invalid_response")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + page)]
        },
        Scenario("length-beyond-64-bits", .fault("invalid_response")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n" + page)]
        },
        Scenario("empty", .fault("empty_body")) { _, _ in [.response("")] },
        Scenario("pdf", .fault("not_a_page")) { _, _ in [.response("%PDF-1.7 and so on")] },
        Scenario("image", .fault("not_a_page")) { _, _ in [.response("GIF89a", type: "image/gif")] },
        Scenario("octets", .stored) { _, _ in [.response(page, type: "application/octet-stream")] },
        // Chunks.
        Scenario("chunked", .stored) { _, _ in [chunked, .send("5\r\nhello\r\n0\r\n\r\n")] },
        Scenario("chunked-cut", .fault("truncated_body")) { _, _ in [chunked, .send("5\r\nhello\r\n")] },
        Scenario("chunked-rubbish", .fault("truncated_body")) { _, _ in [chunked, .send("5\r\nhello\r\nzz\r\n")] },
        Scenario("chunked-huge", .fault("truncated_body")) { _, _ in [chunked, .send("ffffffffffffffff\r\nhello")] },
        // Content codings.
        Scenario("gzip-lie", .stored) { _, _ in [.response(page, fields: ["Content-Encoding: gzip"])] },
        Scenario("unknown-coding", .fault("unsupported_content_encoding")) { _, _ in
            [.response(page, fields: ["Content-Encoding: evil"])]
        },
        Scenario("gzip", .stored) { _, _ in [.response(gzip, fields: ["Content-Encoding: gzip"])] },
        Scenario("gzip-cut", .fault("truncated_body")) { _, _ in
            [.response(Array(gzip.dropLast(20)), fields: ["Content-Encoding: gzip"])]
        },
        Scenario("gzip-wrong-checksum", .fault("corrupt_body")) { _, _ in
            [.response(Array(gzip.dropLast(8)) + [UInt8](repeating: 7, count: 8), fields: ["Content-Encoding: gzip"])]
        },
        Scenario("brotli", .stored) { _, _ in [.response(brotli, fields: ["Content-Encoding: br"])] },
        Scenario("brotli-cut", .fault("truncated_body")) { _, _ in
            [.response(Array(brotli.dropLast(2)), fields: ["Content-Encoding: br"])]
        },
        Scenario("brotli-bomb", .fault("too_large")) { _, _ in
            [.response(brotliBomb, fields: ["Content-Encoding: br"])]
        },
        Scenario("zstd-cut", .fault("truncated_body")) { _, _ in
            [.response([0x28, 0xB5, 0x2F, 0xFD, 0x24], fields: ["Content-Encoding: zstd"])]
        },
        Scenario("bomb", .fault("too_large")) { _, _ in [.response(bomb, fields: ["Content-Encoding: gzip"])] },
        // Headers.
        Scenario("long-header", .fault("oversized_header")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\nX-Long: " + String(repeating: "a", count: 1 << 20) + "\r\n\r\n" + page)]
        },
        Scenario("many-headers", .fault("oversized_header")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\n" + String(repeating: "X-Many: value\r\n", count: 20_000) + "\r\n" + page)]
        },
        Scenario("no-header", .fault("invalid_response")) { _, _ in [.send(page)] },
        Scenario("line-feeds", .stored) { _, _ in
            [.send("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: \(page.utf8.count)\n\n" + page)]
        },
        Scenario("trailing-colon-free", .fault("invalid_response")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\nrubbish\r\nContent-Length: \(page.utf8.count)\r\n\r\n" + page)]
        },
        // Redirects.
        Scenario("to-file", .fault("refused_url")) { _, _ in [.redirect("file:///etc/passwd")] },
        Scenario("to-gopher", .fault("refused_url")) { _, _ in [.redirect("gopher://127.0.0.1/")] },
        Scenario("to-other-port", .fault("refused_address")) { _, _ in [.redirect("http://127.0.0.1:9/")] },
        Scenario("to-decimal", .fault("refused_address")) { _, _ in [.redirect("http://2130706433:9/")] },
        Scenario("to-mapped", .fault("refused_address")) { _, port in
            [.redirect("http://[::ffff:127.0.0.1]:\(port)/")]
        },
        Scenario("to-link-local", .fault("refused_address")) { _, _ in [.redirect("http://169.254.169.254/latest/")] },
        Scenario("to-private", .fault("refused_address")) { _, _ in [.redirect("http://10.0.0.1/")] },
        Scenario("to-itself", .fault("redirect_loop")) { _, _ in [.redirect("/to-itself")] },
        Scenario("for-ever", .fault("too_many_redirects")) { _, _ in [] },
        Scenario("to-page", .stored) { _, _ in [.redirect("../landing")] },
        Scenario("with-password", .stored) { _, port in
            [.redirect("http://user:hunter2@with-password.localhost:\(port)/landing")]
        },
        Scenario("without-target", .fault("refused_url")) { _, _ in [.response("", status: 302, type: nil)] },
        // Status.
        Scenario("gone", .fault("http_error")) { _, _ in [.response(page, status: 410)] },
        Scenario("no-content", .fault("http_error")) { _, _ in [.send("HTTP/1.1 204 X\r\n\r\n")] },
        Scenario("partial", .fault("http_error")) { _, _ in [.response(page, status: 206)] },
        Scenario("unasked-304", .fault("http_error")) { _, _ in [.send("HTTP/1.1 304 X\r\n\r\n")] },
        Scenario("status-999", .fault("http_error")) { _, _ in [.response(page, status: 999)] },
        Scenario("busy", .stored) { earlier, _ in earlier < 3 ? [.response("busy", status: 503)] : [.response(page)] },
        Scenario("always-busy", .fault("server_error")) { _, _ in [.response("busy", status: 503)] },
        Scenario("tomorrow", .fault("too_many_requests")) { _, _ in
            [.response("", status: 429, fields: ["Retry-After: Fri, 31 Dec 2100 23:59:59 GMT"])]
        },
        Scenario("in-a-second", .stored) { earlier, _ in
            earlier == 0 ? [.response("", status: 429, fields: ["Retry-After: 1"])] : [.response(page)]
        },
        // Connections.
        Scenario("reset", .fault("connection_lost")) { _, _ in [.reset] },
        Scenario("reset-twice", .stored) { earlier, _ in earlier < 2 ? [.reset] : [.response(page)] },
        Scenario("reset-within", .fault("truncated_body")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nhalf"), .reset]
        },
        Scenario("silent", .fault("timed_out")) { _, _ in [.endlessly([], milliseconds: 50)] },
        Scenario("dripping-header", .fault("timed_out")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\n"), .endlessly(Array("X: y\r\n".utf8), milliseconds: 200)]
        },
        Scenario("dripping-body", .fault("timed_out")) { _, _ in
            [.send("HTTP/1.1 200 OK\r\n\r\n"), .endlessly([97], milliseconds: 200)]
        },
    ]

    static let chunked = ScriptedServer.Step.send(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")

    /// `page` as gzip.
    static let gzip: [UInt8] = gzipMember(page)
    /// "abc", and 16 MiB of zeros.
    static let brotli = hexadecimal("0b018061626303")
    static let brotliBomb = hexadecimal("cbffff3f002400e2b14072effff2ffff0f8004401c1680eefd1f")
    /// 128 MiB of zeros in 192 kB.
    static let bomb: [UInt8] = (0..<2048).flatMap { _ in packedZeros }

    @Test func everyScenarioEndsAsItShould() throws {
        let server = Self.server()
        defer { server.stop() }
        func url(_ name: String) -> String { "http://\(name).localhost:\(server.port)/\(name)" }
        let crawl = try CrawlFolder(
            port: server.port,
            crawler: #""delay_seconds": 0, "total_seconds": 2, "retry_seconds": 0.1, "max_encoded_bytes": 4000000"#,
            urls: Self.scenarios.map { url($0.name) })
        #expect(try crawl.run("discover").status == 0)
        let program = try crawl.start("retrieve")
        let peak = CrawlFolder.peakMemory(of: program)
        let result = program.wait()
        #expect(result.status == 0)
        #expect(peak > 0 && peak <= 256 << 20)
        #expect(!result.errors.contains("hunter2"))

        let known = try crawl.known()
        for scenario in Self.scenarios {
            let row = known[url(scenario.name)]
            switch scenario.expected {
            case .stored:
                #expect(row?.lastStatus == 200, "\(scenario.name): \(row?.lastReason ?? "")")
                #expect(row?.lastReason == nil || row?.lastReason == "redirected", "\(scenario.name)")
            case .fault(let reason): #expect(row?.lastReason == reason, "\(scenario.name)")
            }
        }
        let stored = Self.scenarios.count { $0.expected == .stored }
        #expect(try crawl.pages().count == stored)
        try politenessHolds(server)
        #expect(server.requests.allSatisfy { $0.fields["cookie"] == nil && $0.fields["authorization"] == nil })
        #expect(
            server.requests.allSatisfy { $0.fields["user-agent"] == "TestBot/1.0 (+https://bot.example/about)" })
    }

    private static func server() -> ScriptedServer {
        let answers = Dictionary(uniqueKeysWithValues: scenarios.map { ($0.name, $0.steps) })
        let port = Mutex<UInt16>(0)
        let server = ScriptedServer { request, earlier in
            if request.path == "/robots.txt" { return [.response("", status: 404)] }
            if request.path == "/landing" { return [.response(page)] }
            let name = String(request.path.dropFirst().prefix { $0 != "/" })
            if name == "for-ever" { return [.redirect(request.path + "/on")] }
            return answers[name]?(earlier, port.withLock { $0 }) ?? [.response("", status: 404)]
        }
        port.withLock { $0 = server.port }
        return server
    }

    /// Tries come in growing gaps, no more than five; a Retry-After is waited for.
    private func politenessHolds(_ server: ScriptedServer) throws {
        let busy = server.requests("/always-busy").map(\.at)
        #expect(busy.count == 5)
        let gaps = zip(busy.dropFirst(), busy).map { $0 - $1 }
        // At least 0.1 s, then twice as much each time; a little less as the server sees it.
        #expect(zip(gaps, [0.1, 0.2, 0.4, 0.8]).allSatisfy { $0 > 0.8 * $1 })
        #expect(server.requests("/reset").count == 5)
        #expect(server.requests("/tomorrow").count == 1)
        let second = server.requests("/in-a-second").map(\.at)
        #expect(second.count == 2 && second[1] - second[0] >= 1)
    }
}
