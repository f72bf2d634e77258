import Files
import Glibc
import Records
import SystemPackage
import TestSupport

/// A crawl in a temporary folder, run by the program as a person would.
struct CrawlFolder {
    let folder: TemporaryFolder
    private var configuration: FilePath { folder.path.appending("pipeline.json") }
    var state: FilePath { folder.path.appending("crawl") }

    /// - Parameters:
    ///   - crawler: further members of the section, such as `"delay_seconds": 0`.
    ///   - sources: the members of the list.
    init(port: UInt16, crawler: String, sources: String) throws {
        folder = try TemporaryFolder()
        try folder.write(
            "pipeline.json",
            """
            {"stages": [{"stage": "fetch", "crawler": {"agent": "TestBot", "contact": "https://bot.example/about",
            "allow_addresses": ["127.0.0.1:\(port)"], \(crawler)}, "sources": [\(sources)]}]}
            """)
    }

    /// A crawl of URLs.
    init(port: UInt16, crawler: String, urls: [String]) throws {
        try self.init(port: port, crawler: crawler, sources: #"{"name": "list", "urls": ["urls.txt"]}"#)
        try folder.write("urls.txt", urls.joined(separator: "\n") + "\n")
    }

    @discardableResult
    func run(_ step: String, _ options: String..., environment: [String: String] = [:]) throws -> Program.Result {
        try start(step, options, environment: environment).wait()
    }

    func start(_ step: String, _ options: [String] = [], environment: [String: String] = [:]) throws -> Program {
        let arguments = [step, "--config", configuration.string, "--state", state.string] + options
        return try Program.start("pipeline-fetch", arguments, in: folder.path, environment: environment)
    }

    /// Runs both steps.
    @discardableResult
    func crawl() throws -> Program.Result {
        let discovery = try run("discover")
        return discovery.status == 0 ? try run("retrieve") : discovery
    }

    /// What is known of each URL.
    struct Known: JSONRecord {
        var url = ""
        var lastStatus: Int?
        var lastReason: String?
        var fetch = false
        var whyNot: String?

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("url", &url)
            try visitor.field("last_status", &lastStatus)
            try visitor.field("last_reason", &lastReason)
            try visitor.field("fetch", &fetch)
            try visitor.field("why_not", &whyNot)
        }
    }

    func known(_ step: String = "retrieve") throws -> [String: Known] {
        let lines = try run(step, "--dry-run").output.split(separator: "\n")
        let known = try lines.map { try Row(String($0)).decode(Known.self) }
        return Dictionary(known.map { ($0.url, $0) }) { $1 }
    }

    /// The rows of the list of pages, by URL; those that cannot be had are not among them.
    func pages() throws -> [String: Row] {
        let text = String(decoding: try state.appending("pages.jsonl").readBytes(), as: UTF8.self)
        let rows = try text.split(separator: "\n").map { try Row(String($0)) }.filter { !$0.has("unreadable") }
        return Dictionary(try rows.map { (try $0.require("url"), $0) }) { $1 }
    }

    /// The records of all WARC files, as `inspect` tells them.
    func records() throws -> [Row] {
        let archive = state.appending("archive")
        let files = try archive.names().map { archive.appending($0).string }
        let result = try Program.run("pipeline-fetch", ["inspect", "warc"] + files, in: folder.path)
        return try result.output.split(separator: "\n").map { try Row(String($0)) }
    }

    /// The most memory that a program held while it ran, in bytes.
    static func peakMemory(of program: Program) -> Int {
        var peak = 0
        while let bytes = try? FilePath("/proc/\(program.process)/status").readText(),
            let line = bytes.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        {
            let kilobytes = line.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
            // It never falls; what comes before the program's own is that of the process that started it.
            peak = kilobytes << 10
            usleep(20_000)
        }
        return peak
    }
}

extension FilePath {
    /// A file of the kernel's, whose size is not known before it is read.
    func readText() throws -> String {
        let file = try FileDescriptor.open(self, .readOnly)
        defer { try? file.close() }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
