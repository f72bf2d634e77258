import Glibc
import Synchronization

/// A web server on 127.0.0.1 that answers as a test tells it, however badly.
final class ScriptedServer: Sendable {
    /// What the server does with a request, step by step; then it closes the connection.
    enum Step: Sendable {
        case send([UInt8])
        /// Again and again, until the other side goes away.
        case endlessly([UInt8], milliseconds: UInt32)
        /// Closes at once, with a reset.
        case reset
    }

    struct Request: Sendable {
        var host: String
        var path: String
        /// In lower case.
        var fields: [String: String]
        /// Seconds on a clock that is never set back.
        var at: Double
    }

    let port: UInt16
    private let listener: Int32
    private let answer: @Sendable (Request, Int) -> [Step]
    private let log = Mutex<[Request]>([])

    /// - Parameter answer: is given the request, and how often that URL was asked for before.
    init(answer: @escaping @Sendable (Request, Int) -> [Step]) {
        signal(SIGPIPE, SIG_IGN)
        self.answer = answer
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(descriptor, $0, size)
                _ = listen(descriptor, 256)
                _ = getsockname(descriptor, $0, &size)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        Self.start { [self] in accept() }
    }

    /// Closes the door; connections that stand end by themselves.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    var requests: [Request] { log.withLock { $0 } }

    func requests(_ path: String) -> [Request] { requests.filter { $0.path == path } }

    private func accept() {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            Self.start { [self] in serve(connection) }
        }
        close(listener)
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var input: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 8192)
        while !String(decoding: input, as: UTF8.self).contains("\r\n\r\n") {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0, input.count < 1 << 16 else { return }
            input += buffer[..<count]
        }
        let lines = String(decoding: input, as: UTF8.self).split(separator: "\r\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let request = Request(
            host: fields["host"] ?? "",
            path: lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? "",
            fields: fields, at: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
        let earlier = log.withLock { log in
            defer { log.append(request) }
            return log.count { $0.host == request.host && $0.path == request.path }
        }
        for step in answer(request, earlier) {
            switch step {
            case .send(let bytes): guard send(bytes, connection) else { return }
            case .endlessly(let bytes, let milliseconds):
                while send(bytes, connection) { usleep(1000 * milliseconds) }
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
                return
            }
        }
    }

    private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                write(connection, $0.baseAddress.map { $0 + done }, bytes.count - done)
            }
            guard written > 0 else { return false }
            done += written
        }
        return true
    }

    /// Runs work on a thread of its own.
    private static func start(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(Work(run: work)).toOpaque()
        pthread_create(
            &thread, nil,
            { context in
                context.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
                return nil
            }, context)
        pthread_detach(thread)
    }

    private final class Work {
        let run: @Sendable () -> Void
        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
}

extension ScriptedServer.Step {
    static func send(_ text: String) -> Self { .send(Array(text.utf8)) }

    /// A whole response.
    static func response(
        _ body: [UInt8], status: Int = 200, type: String? = "text/html", fields: [String] = []
    ) -> Self {
        var head = "HTTP/1.1 \(status) X\r\nContent-Length: \(body.count)\r\nConnection: close\r\n"
        if let type { head += "Content-Type: \(type)\r\n" }
        for field in fields { head += field + "\r\n" }
        return .send(Array((head + "\r\n").utf8) + body)
    }

    static func response(
        _ body: String, status: Int = 200, type: String? = "text/html", fields: [String] = []
    ) -> Self {
        response(Array(body.utf8), status: status, type: type, fields: fields)
    }

    static func redirect(_ target: String) -> Self {
        response("", status: 302, type: nil, fields: ["Location: \(target)"])
    }
}
