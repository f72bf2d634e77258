public import Staging

/// The entry of `deduplicate` in pipeline.json.
public struct DeduplicateSettings: Settings, Equatable {
    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {}
}
