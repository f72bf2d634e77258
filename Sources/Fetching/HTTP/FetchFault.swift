/// Why a URL gave nothing.
public struct FetchFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Under which it is counted.
    public enum Reason: String, Sendable, CaseIterable {
        case configuration
        /// No URL that can be asked for, or neither http nor https.
        case refusedURL = "refused_url"
        /// An address that is no public one.
        case refusedAddress = "refused_address"
        case redirectLoop = "redirect_loop"
        case tooManyRedirects = "too_many_redirects"
        case robotsDisallowed = "robots_disallowed"
        /// robots.txt could not be had: nothing may be asked for (RFC 9309, 2.3.1.4).
        case robotsUnreachable = "robots_unreachable"
        case unresolvedHost = "unresolved_host"
        case connectFailed = "connect_failed"
        case tlsFailed = "tls_failed"
        case connectionLost = "connection_lost"
        case timedOut = "timed_out"
        /// What came is no HTTP.
        case invalidResponse = "invalid_response"
        case oversizedHeader = "oversized_header"
        case tooLarge = "too_large"
        case truncatedBody = "truncated_body"
        case corruptBody = "corrupt_body"
        case unsupportedContentEncoding = "unsupported_content_encoding"
        case httpError = "http_error"
        case tooManyRequests = "too_many_requests"
        case serverError = "server_error"
        case notAPage = "not_a_page"
        case emptyBody = "empty_body"
        case unreadableListing = "unreadable_listing"
    }

    public var reason: Reason
    /// For a person; without secrets and without what a server wrote.
    public var detail: String

    public init(_ reason: Reason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }

    public var description: String { "\(reason.rawValue): \(detail)" }
}

extension FetchFault.Reason {
    /// Whether another try within the same run may go better.
    var isWorthAnotherTry: Bool {
        switch self {
        case .connectFailed, .connectionLost, .truncatedBody, .unresolvedHost, .tooManyRequests, .serverError: true
        default: false
        }
    }

    /// Whether another run may find a page there.
    var maySubside: Bool {
        isWorthAnotherTry || self == .timedOut || self == .robotsUnreachable || self == .tlsFailed
    }

    /// Known and harmless: counted, but no row of the quarantine.
    var isHarmless: Bool {
        switch self {
        case .robotsDisallowed, .httpError, .notAPage, .emptyBody: true
        default: false
        }
    }
}
