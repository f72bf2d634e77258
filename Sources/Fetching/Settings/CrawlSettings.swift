public import Staging

/// How pages are fetched from the network: who asks, how politely, and within which limits.
public struct CrawlSettings: Settings, Equatable {
    public var agent = ""
    public var contact = ""
    public var allowAddresses: [String] = []
    public var credentials: [CredentialSettings] = []
    public var connections = 64
    public var connectionsPerHost = 1
    public var delaySeconds = 1.0
    public var maxCrawlDelaySeconds = 60.0
    public var connectSeconds = 10.0
    public var idleSeconds = 15.0
    public var totalSeconds = 25.0
    public var tries = 5
    public var retrySeconds = 1.0
    public var maxWaitSeconds = 60.0
    public var maxHeaderBytes = 60 << 10
    public var maxEncodedBytes = 32 << 20
    public var maxDecodedBytes = 64 << 20
    public var maxRatio = 250
    public var maxListingBytes = 256 << 20
    public var maxListingDepth = 4
    public var maxListings = 1000
    public var revisitHours = 24.0
    public var maxRevisitHours = 720.0
    public var listingMinutes = 30.0
    public var warcBytes = 1 << 30
    public var runMinutes = 0.0

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "agent", &agent, "The crawler's product token, such as ExampleBot; robots.txt is read by it.")
        try visitor.setting(
            "contact", &contact, "An http, https or mailto URL by which a site can reach you; sent with every request.")
        try visitor.setting(
            "allow_addresses", &allowAddresses,
            "Addresses that may be connected to though they are no public ones, as 127.0.0.1:8080 or [::1]:8080.")
        try visitor.sections("credentials", &credentials, "Authorization fields, each for one origin.")
        try visitCosts(&visitor)
        try visitLimits(&visitor)
        try visitSchedule(&visitor)
    }

    private mutating func visitCosts(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting("connections", &connections, 1...1000, "Requests at once.")
        try visitor.setting("connections_per_host", &connectionsPerHost, 1...64, "Requests at once to one host.")
        try visitor.setting(
            "delay_seconds", &delaySeconds, 0...3600,
            "From one request to the next of one host; the Crawl-delay of its robots.txt holds where it is longer.")
        try visitor.setting(
            "max_crawl_delay_seconds", &maxCrawlDelaySeconds, 0...86_400, "A longer Crawl-delay counts as this one.")
        try visitor.setting("connect_seconds", &connectSeconds, 0.01...600, "For a connection to stand, TLS included.")
        try visitor.setting("idle_seconds", &idleSeconds, 1...600, "Without a byte, whole seconds.")
        try visitor.setting("total_seconds", &totalSeconds, 0.01...86_400, "For one request from start to end.")
        try visitor.setting(
            "tries", &tries, 1...20, "Of one URL in one run, where the fault may pass: a lost connection, 429, 5xx.")
        try visitor.setting(
            "retry_seconds", &retrySeconds, 0...3600,
            "Before the second try; doubled for each further one, with jitter.")
        try visitor.setting(
            "max_wait_seconds", &maxWaitSeconds, 0...86_400,
            "A Retry-After that asks for more leaves the URL to a later run.")
    }

    private mutating func visitLimits(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "max_header_bytes", &maxHeaderBytes, 1 << 10...60 << 10, "Of all header sections of a response.")
        try visitor.setting(
            "max_encoded_bytes", &maxEncodedBytes, 1 << 10...1 << 30, "Of a page's body as it is sent.")
        try visitor.setting(
            "max_decoded_bytes", &maxDecodedBytes, 1 << 10...1 << 30, "Of a page's body after content decoding.")
        try visitor.setting(
            "max_ratio", &maxRatio, 2...100_000, "Of decoded to encoded bytes, beyond the first MiB.")
        try visitor.setting(
            "max_listing_bytes", &maxListingBytes, 1 << 10...1 << 40, "Of a feed or sitemap as it is sent.")
        try visitor.setting("max_listing_depth", &maxListingDepth, 0...16, "Of sitemap indexes within each other.")
        try visitor.setting("max_listings", &maxListings, 1...1_000_000, "Feeds and sitemaps of one source.")
    }

    private mutating func visitSchedule(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "revisit_hours", &revisitHours, 0...87_600,
            "After which a page is asked for again, unless it was not modified; doubled while it stays the same. 0: never."
        )
        try visitor.setting(
            "max_revisit_hours", &maxRevisitHours, 0...87_600, "To which the time between two visits may grow.")
        try visitor.setting(
            "listing_minutes", &listingMinutes, 0...525_600, "After which a feed or sitemap is asked for again.")
        try visitor.setting(
            "warc_bytes", &warcBytes, 1 << 10...1 << 40, "After which another WARC file is begun.")
        try visitor.setting(
            "run_minutes", &runMinutes, 0...525_600, "After which no further request begins; the rest waits. 0: none.")
    }

    /// What every request is signed with. Empty without agent or contact.
    public var userAgent: String {
        agent.isEmpty || contact.isEmpty ? "" : "\(agent)/1.0 (+\(contact))"
    }
}

/// A secret for one origin, which stands in the environment alone.
public struct CredentialSettings: Settings, Equatable {
    public var origin = ""
    public var environment = ""

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting("origin", &origin, "Such as https://feeds.example.org; redirects elsewhere get nothing.")
        try visitor.setting(
            "environment", &environment, "The environment variable that holds the whole Authorization field.")
    }
}
