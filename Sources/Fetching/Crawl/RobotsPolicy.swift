/// What a site's robots.txt, or its lack, allows (RFC 9309, section 2.3.1).
public enum RobotsPolicy: Sendable {
    case rules(RobotsRules)
    /// Unavailable, by a status of 4xx: anything may be fetched.
    case allowAll
    /// Unreachable, by a status of 5xx or no answer: nothing may.
    case disallowAll

    /// - Parameters:
    ///   - status: of HTTP, nil where there was no answer.
    ///   - body: the file, or its beginning.
    public init(status: Int?, body: [UInt8], agent: String) {
        switch status {
        case 200: self = .rules(RobotsRules(body, agent: agent))
        case .some(400..<500), .some(300..<400): self = .allowAll
        default: self = .disallowAll
        }
    }

    public var crawlDelay: Double? {
        if case .rules(let rules) = self { rules.crawlDelay } else { nil }
    }

    public var sitemaps: [String] {
        if case .rules(let rules) = self { rules.sitemaps } else { [] }
    }

    /// Why a URL may not be asked for; nil where it may.
    public func fault(_ url: String) -> FetchFault? {
        switch self {
        case .allowAll: nil
        case .disallowAll: FetchFault(.robotsUnreachable, "the site's robots.txt cannot be had")
        case .rules(let rules):
            rules.allows(url) ? nil : FetchFault(.robotsDisallowed, "the site's robots.txt asks not to")
        }
    }
}
