import ArgumentParser
import Glibc

/// A web server of made-up outlets, `news00.localhost` and so on, for walking through the documentation, for measuring and
/// for killing crawls: each has a robots.txt, a sitemap, a feed and pages, all a function of the URL alone.
@main struct PageServer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page-server", abstract: "Serve made-up news pages on 127.0.0.1, for tests.")

    @Option(help: "0 takes a free one; the server prints it.") var port: UInt16 = 0
    @Option(help: "Outlets.") var hosts = 50
    @Option(help: "Pages of each outlet.") var pages = 200
    @Option(help: "Seconds after which the server ends.") var lifetime: UInt32 = 600
    @Flag(help: "Print every request.") var log = false
    @Flag(help: "Print the URLs of all pages, after the port.") var list = false

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        alarm(lifetime)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 512) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isListening else { throw ValidationError("cannot listen on port \(port)") }
        let site = MadeUpSite(port: UInt16(bigEndian: address.sin_port), hosts: hosts, pages: pages)
        print(site.port)
        if list { for url in site.urls { print(url) } }
        fflush(nil)
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { continue }
            start { [log] in Connection(descriptor: connection, site: site, logs: log).serve() }
        }
    }
}

/// Runs work on a thread of its own.
private func start(_ work: @escaping @Sendable () -> Void) {
    final class Box {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Box(work)).toOpaque()
    let began = pthread_create(
        &thread, nil,
        { context in
            guard let context else { return nil }
            Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work()
            return nil
        }, context)
    if began == 0 { pthread_detach(thread) } else { Unmanaged<Box>.fromOpaque(context).release() }
}

/// Requests on one connection, until it is closed.
private struct Connection {
    let descriptor: Int32
    let site: MadeUpSite
    let logs: Bool

    func serve() {
        defer { close(descriptor) }
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        var input: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 8192)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count <= 0 || input.count > 1 << 16 { return }
            input += buffer[..<count]
            while let end = endOfHead(input) {
                let answer = answer(String(decoding: input[..<end], as: UTF8.self))
                input.removeFirst(end)
                guard answer.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == answer.count else {
                    return
                }
            }
        }
    }

    private func endOfHead(_ input: [UInt8]) -> Int? {
        let end: [UInt8] = [13, 10, 13, 10]
        guard input.count >= 4 else { return nil }
        return (0...(input.count - 4)).first { Array(input[$0..<$0 + 4]) == end }.map { $0 + 4 }
    }

    private func answer(_ head: String) -> [UInt8] {
        let lines = head.split(separator: "\r\n")
        let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
        func field(_ name: String) -> String? {
            lines.dropFirst().first { $0.lowercased().hasPrefix(name + ":") }.map {
                String($0.dropFirst(name.count + 1).drop { $0 == " " })
            }
        }
        let host = field("host") ?? ""
        if logs {
            let line = Array("\(host)\(path)\n".utf8)
            _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
        }
        guard let page = site.page(host: host, path: path) else {
            return Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8)
        }
        let tag = "\"\(page.body.utf8.count)-\(path)\""
        if field("if-none-match") == tag {
            return Array("HTTP/1.1 304 Not Modified\r\nETag: \(tag)\r\n\r\n".utf8)
        }
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: \(page.type)\r\nETag: \(tag)\r\nContent-Length: \(page.body.utf8.count)"
        return Array((head + "\r\n\r\n" + page.body).utf8)
    }
}
