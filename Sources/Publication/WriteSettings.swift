import Files
public import Records
public import Staging

/// The entry of `write` in pipeline.json.
public struct WriteSettings: Settings, Equatable {
    public var texts = SharedTexts.full
    public var compression = Compression.none

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "texts", &texts,
            """
            How much of what others wrote is published: full, quotes (no text of articles, no descriptions, captions and \
            corrections) or none (no words of quotes, of stances and of sources without a name either). Offsets, names and \
            digests always are.
            """)
        try visitor.setting("compression", &compression, "How the tables are compressed: none, gzip or zstd.")
    }
}

/// How much of what others wrote is published.
public enum SharedTexts: String, JSONEnumeration, WordSetting {
    case full
    case quotes
    case none
}

/// How tables are compressed.
public enum Compression: String, JSONEnumeration, WordSetting {
    case none
    case gzip
    case zstd

    /// What a table's file has behind `.jsonl`.
    var suffix: String {
        switch self {
        case .none: ""
        case .gzip: ".gz"
        case .zstd: ".zst"
        }
    }
}
