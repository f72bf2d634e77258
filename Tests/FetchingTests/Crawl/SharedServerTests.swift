import Files
import Foundation
import Records
import SystemPackage
import TestSupport
import Testing

/// All scenarios of a hostile server that is no part of the project; minutes, so only where PIPELINE_HOSTILE_SERVER is set.
@Suite struct SharedServerTests {
    static let script = Project.root.pushing("../shared/hostile/hostile_server.py").lexicallyNormalized()

    /// What the server says that it was asked.
    struct Request {
        var path: String
        var time: Double
        var line: Substring
    }

    @Test(
        .enabled(
            if: FileStamp(script) != nil && ProcessInfo.processInfo.environment["PIPELINE_HOSTILE_SERVER"] != nil,
            "PIPELINE_HOSTILE_SERVER is not set, or the hostile server is not there"))
    func everyScenarioEndsAsItMust() throws {
        let folder = try TemporaryFolder()
        let log = folder.path.appending("log.jsonl")
        let (server, port) = try Self.serve(log: log)
        defer { server.terminate() }
        let musts = try Self.musts()
        let probes = SharedServerScenarios.probes
        #expect(Set(musts.keys).subtracting(["/"]) == Set(probes.keys))

        func url(_ path: String) -> String {
            let name = String(path.map { $0.isLetter || $0.isNumber ? $0 : "-" }).lowercased()
            return "http://s\(name).localhost:\(port)\(path)"
        }
        var pages: [String] = []
        var listings: [String] = []
        for (path, expected) in probes.values.joined() {
            if case .listing = expected { listings.append(url(path)) } else { pages.append(url(path)) }
        }
        let feeds = listings.sorted().map { "\"\($0)\"" }.joined(separator: ",")
        let crawl = try CrawlFolder(
            port: UInt16(port),
            crawler: #""delay_seconds": 0, "total_seconds": 8, "retry_seconds": 0.2, "max_listings": 26"#,
            sources: """
                {"name": "pages", "urls": ["urls.txt"]},
                {"name": "listings", "feeds": [\(feeds)], "domains": ["127.0.0.1"], "max_urls": 5}
                """)
        try crawl.folder.write("urls.txt", pages.sorted().joined(separator: "\n"))
        for step in ["discover", "retrieve"] {
            let program = try crawl.start(step)
            let peak = CrawlFolder.peakMemory(of: program)
            let result = program.wait()
            #expect(result.status == 0)
            #expect(peak > 0 && peak <= 256 << 20)
            #expect(!result.errors.utf8.contains(0x1B))
            print("\(step): \(peak >> 20) MiB at most")
        }
        try Self.secondRun(port)
        let known = try crawl.known()
        let lists = try crawl.known("discover")
        let texts = try Self.texts(of: crawl)
        let requests = try Self.requests(log)

        for (scenario, must) in musts.sorted(by: { $0.key < $1.key }) where scenario != "/" {
            var got: [String] = []
            for (path, expected) in probes[scenario] ?? [] {
                let end = (known[url(path)] ?? lists[url(path)]).map { $0.lastReason ?? "stored" } ?? "not known"
                switch expected {
                case .stored: #expect(["stored", "redirected"].contains(end), "\(path): \(end)")
                case .holds(let words):
                    #expect(texts[url(path)]?.contains(words) == true, "\(path): \(end)")
                case .fault(let reason): #expect(end == reason, "\(path)")
                case .listing(let reason): #expect(end == reason ?? "stored", "\(path)")
                }
                got.append(end)
            }
            let own = requests.filter { request in
                probes[scenario]?.contains { $0.path == request.path } == true
                    || (scenario.hasSuffix("/") && request.path.hasPrefix(scenario))
            }
            let fault = SharedServerScenarios.manners[scenario]?(own)
            #expect(fault == nil, "\(scenario)")
            print("\(scenario) | \(must) | \(got.joined(separator: ", ")); \(own.count) requests")
        }
        #expect(!requests.contains { $0.line.contains("\"canary\": true") })
        #expect(!requests.contains { $0.line.contains("hunter2") || $0.line.contains("evil:") })
        #expect(!requests.contains { $0.line.contains("\"cookie\"") })
        for file in try crawl.state.filesBelow() {
            #expect(!String(decoding: try file.readBytes(), as: UTF8.self).contains("root:x:0"))
        }
    }

    private static func serve(log: FilePath) throws -> (Process, port: Int) {
        let server = try python("--lifetime", "240", "--log", log.string)
        let output = Pipe()
        server.standardOutput = output
        try server.run()
        let ready = try Row(Array(output.fileHandleForReading.availableData))
        return (server, try ready.require("port"))
    }

    private static func python(_ arguments: String...) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.string] + arguments
        // It must not hold the test's own streams open, should it outlive the test.
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// What the server's own list says of each scenario.
    private static func musts() throws -> [String: String] {
        let process = try python("--list")
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let list = output.fileHandleForReading.readDataToEndOfFile()
        return try JSONDecoder().decode([String: String].self, from: list)
    }

    private static func requests(_ log: FilePath) throws -> [Request] {
        try String(decoding: log.readBytes(), as: UTF8.self).split(separator: "\n").map { line in
            let row = try Row(String(line))
            return Request(path: try row.require("path"), time: try row.require("t"), line: line)
        }
    }

    /// Crawls the pages with validators twice.
    private static func secondRun(_ port: Int) throws {
        let paths = ["etag", "lastmod"]
        let crawl = try CrawlFolder(
            port: UInt16(port), crawler: #""delay_seconds": 0, "revisit_hours": 0.0003"#,
            urls: paths.map { "http://again-\($0).localhost:\(port)/cache/\($0)" })
        #expect(try crawl.crawl().status == 0)
        sleep(3)
        #expect(try crawl.crawl().status == 0)
        let statuses = try crawl.known().values.map(\.lastStatus)
        #expect(statuses == [304, 304])
    }

    /// The text that the pipeline makes of each page.
    private static func texts(of crawl: CrawlFolder) throws -> [String: String] {
        for (program, input, output) in [
            ("pipeline-fetch", "crawl/pages.jsonl", "references.jsonl"),
            ("pipeline-normalize", "references.jsonl", "texts.jsonl"),
        ] {
            _ = try Program.run(
                program, ["--in", input, "--out", output, "--quarantine-limit", "1"], in: crawl.folder.path)
        }
        let rows = String(decoding: try crawl.folder.path.appending("texts.jsonl").readBytes(), as: UTF8.self)
        let texts = try rows.split(separator: "\n").map { line -> (String, String) in
            let row = try Row(String(line))
            return (try row.require("url"), try row.require("text"))
        }
        return Dictionary(texts) { $1 }
    }
}
