/// A URL record of the URL Standard: parsed, its relative parts resolved, and percent-encoded as its components need.
public struct WebURL: Sendable, Hashable {
    /// In lower case, without the colon.
    public internal(set) var scheme: String
    public internal(set) var username = ""
    public internal(set) var password = ""
    /// A domain in ASCII and lower case, an IPv4 address in its dotted form, an IPv6 address in brackets, or an opaque host.
    public internal(set) var host: String?
    /// Nil if none is given or it is the scheme's own.
    public internal(set) var port: Int?
    /// With its leading slash, or opaque, as in `mailto:a@b.example`.
    public internal(set) var path = ""
    /// Without the question mark.
    public internal(set) var query: String?
    /// Without the number sign.
    public internal(set) var fragment: String?
    public internal(set) var hasOpaquePath = false

    /// Parses a URL, against `base` if it is a relative one: the basic URL parser of the URL Standard. Nil for its failures.
    public init?(_ text: String, base: WebURL? = nil) {
        var parser = URLParser(text, base: base)
        guard let url = parser.parse() else { return nil }
        self = url
    }

    init(scheme: String) {
        self.scheme = scheme
    }

    /// The whole, as the URL serializer of the URL Standard writes it.
    public var href: String {
        var text = withoutFragment
        if let fragment { text += "#" + fragment }
        return text
    }

    var withoutFragment: String {
        var text = origin
        // Else the path would be read as a host.
        if host == nil, !hasOpaquePath, path.utf8.starts(with: "//".utf8) { text += "/." }
        text += path
        if let query { text += "?" + query }
        return text
    }

    private var origin: String {
        guard let host else { return scheme + ":" }
        var text = scheme + "://"
        if !username.isEmpty || !password.isEmpty {
            text += username + (password.isEmpty ? "" : ":" + password) + "@"
        }
        text += host
        if let port { text += ":" + String(port) }
        return text
    }

    public var isHTTP: Bool {
        scheme == "http" || scheme == "https"
    }

    var isSpecial: Bool {
        Self.isSpecial(scheme)
    }

    static func isSpecial(_ scheme: String) -> Bool {
        switch scheme {
        case "http", "https", "ws", "wss", "ftp", "file": true
        default: false
        }
    }

    var defaultPort: Int? {
        switch scheme {
        case "http", "ws": 80
        case "https", "wss": 443
        case "ftp": 21
        default: nil
        }
    }
}

extension WebURL: CustomStringConvertible {
    public var description: String { href }
}
