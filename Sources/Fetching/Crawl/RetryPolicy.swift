import Digest

/// How long a server's wish or a failure makes us wait.
struct RetryPolicy {
    let tries: Int
    let firstSeconds: Double
    let maxWaitSeconds: Double

    init(_ settings: CrawlSettings) {
        tries = settings.tries
        firstSeconds = settings.retrySeconds
        maxWaitSeconds = settings.maxWaitSeconds
    }

    /// Seconds before the next try of a URL that failed `failures` times in this run: doubled each time, and longer by up
    /// to a quarter, as the URL's digest has it, so that what failed together does not come back together.
    func gap(after failures: Int, url: String) -> Double {
        let digest = SHA256.hex("\(url) \(failures)")
        let jitter = Double(Int(digest.prefix(4), radix: 16) ?? 0) / 65536
        return firstSeconds * Double(1 << min(failures - 1, 20)) * (1 + jitter / 4)
    }

    /// What a Retry-After field asks for, in seconds from `now` (RFC 9110, section 10.2.3): a number, or a date.
    static func seconds(retryAfter field: String, now: Moment) -> Double? {
        if let seconds = Int(field) { return seconds >= 0 ? Double(seconds) : nil }
        return Moment(httpDate: field).map { max(0, $0 - now) }
    }
}
