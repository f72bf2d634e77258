public import Staging

/// The entry of `write` in pipeline.json.
public struct WriteSettings: Settings, Equatable {
    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {}
}
