import Archive
import Web

/// One request to one URL, before any redirect.
struct HTTPRequest {
    /// Without user information and fragment.
    let url: WebURL
    let href: String
    /// Header fields beside those that libcurl adds: Host.
    var fields: [(name: StaticString, value: String)] = []
    /// The Authorization field, which is sent but never written anywhere.
    var authorization: String?
    var destination = Destination.memory

    init(_ url: WebURL, href: String) {
        (self.url, self.href) = (url, href)
    }

    enum Destination {
        /// The body is kept in memory, at most ``HTTPLimits/encodedBytes``.
        case memory
        /// The first bytes are kept, the rest is not read.
        case beginning(Int)
        /// The body goes to a file without a name, at most so many bytes.
        case file(Int)
    }

    /// As it stands in a WARC request record.
    var head: [UInt8] {
        var text = "GET \(url.requestTarget) HTTP/1.1\r\nHost: \(url.authority)\r\n"
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        return Array((text + "\r\n").utf8)
    }
}

/// What a server sent.
struct HTTPResponse {
    var status: Int
    /// Status line and fields with the empty line, as they came.
    var head: [UInt8]
    var fields: HeaderFields
    /// Without transfer coding, with content codings. Empty where it went to a file.
    var body: [UInt8]
    var file: SpoolFile?
    /// Of the server, as text.
    var address: String
}

struct HTTPLimits {
    var connectSeconds = 10.0
    var idleSeconds = 15.0
    var totalSeconds = 25.0
    var headerBytes = 60 << 10
    var encodedBytes = 32 << 20
}

extension WebURL {
    /// Scheme, host and port: what robots.txt, politeness and credentials hold for.
    var siteOrigin: String { "\(scheme)://\(authority)" }

    var authority: String { (host ?? "") + (port.map { ":\($0)" } ?? "") }

    var requestTarget: String { path + (query.map { "?" + $0 } ?? "") }

    /// Without user information and fragment, as it is asked for.
    var requestHref: String { siteOrigin + requestTarget }

    /// Without what only says how a reader came to the page.
    var withoutTracking: WebURL? { query == nil ? self : WebURL(canonical) }

    /// The URL as it may be asked for: http or https, without user information and fragment; nil where it may not.
    var requestable: WebURL? {
        guard isHTTP, host?.isEmpty == false, path.utf8.count + (query?.utf8.count ?? 0) <= 8000 else { return nil }
        return username.isEmpty && password.isEmpty && fragment == nil ? self : WebURL(requestHref)
    }
}
