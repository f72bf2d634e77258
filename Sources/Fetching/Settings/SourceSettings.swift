public import Staging

/// One source of pages on the network.
public struct SourceSettings: Settings, Equatable {
    public var name = ""
    public var outlet: String?
    public var urls: [String] = []
    public var feeds: [String] = []
    public var sitemaps: [String] = []
    public var sites: [String] = []
    public var domains: [String] = []
    public var since: String?
    public var until: String?
    public var delaySeconds: Double?
    public var maxURLs = 10_000_000
    public var maxPagesPerRun = 0

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting("name", &name, "Under which the source is counted; no other has it.")
        try visitor.setting("outlet", &outlet, "The name of the outlet, for pages that do not tell it.")
        try visitor.setting(
            "urls", &urls, "Files of URLs relative to this file: a URL a line, or rows {\"url\"} of a .jsonl.")
        try visitor.setting("feeds", &feeds, "URLs of RSS, RDF, Atom and JSON feeds.")
        try visitor.setting("sitemaps", &sitemaps, "URLs of sitemaps, sitemap indexes and lists of URLs.")
        try visitor.setting("sites", &sites, "URLs of sites whose robots.txt names their sitemaps.")
        try visitor.setting(
            "domains", &domains, "Registrable domains, or addresses, of pages that are taken beside the listing's own.")
        try visitor.setting("since", &since, "YYYY-MM-DD: what a listing dates earlier is left out.")
        try visitor.setting("until", &until, "YYYY-MM-DD: what a listing dates later is left out.")
        try visitor.setting("delay_seconds", &delaySeconds, 0...3600, "In place of the crawler's own.")
        try visitor.setting("max_urls", &maxURLs, 1...1_000_000_000, "Pages that are taken from the source in all.")
        try visitor.setting(
            "max_pages_per_run", &maxPagesPerRun, 0...1_000_000_000, "Pages asked for in one run; 0: all.")
    }
}
