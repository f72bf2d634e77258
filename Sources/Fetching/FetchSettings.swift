public import Staging

/// The entry of `fetch` in pipeline.json.
public struct FetchSettings: Settings, Equatable {
    /// Of one page's file, in bytes.
    public var maxPageBytes = 64 << 20

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "max_page_bytes", &maxPageBytes, 1...1 << 32,
            "Pages whose file is larger, in bytes, are quarantined as too_large.")
    }
}
