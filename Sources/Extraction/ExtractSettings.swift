public import Staging

/// The entry of `extract` in pipeline.json.
public struct ExtractSettings: Settings, Equatable {
    /// A file of further outlets; null for none.
    public var outlets: String?

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "outlets", &outlets,
            "A JSON Lines file of further outlets, each {id, name, domains, aliases}; they win over the built-in ones.")
    }
}
