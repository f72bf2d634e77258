public import Staging

/// The entry of `fetch` in pipeline.json.
public struct FetchSettings: Settings, Equatable {
    /// Of one page's file, in bytes.
    public var maxPageBytes = 64 << 20
    public var crawler = CrawlSettings()
    public var sources: [SourceSettings] = []

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "max_page_bytes", &maxPageBytes, 1...1 << 32,
            "Pages whose file is larger, in bytes, are quarantined as too_large.")
        try visitor.section("crawler", &crawler, "How pages are fetched from the network.")
        try visitor.sections("sources", &sources, "Where pages on the network are found.")
    }
}
