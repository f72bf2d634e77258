import Records
public import Staging

/// The entry of `normalize` in pipeline.json.
public struct NormalizeSettings: Settings, Equatable {
    /// Of one page, decoded, in bytes.
    public var maxPageBytes = 64 << 20
    /// Kinds of pages that go on; others are skipped under their kind.
    public var keepKinds = ["article", "live", "gallery", "video"]

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "max_page_bytes", &maxPageBytes, 1...1 << 32,
            "Pages that are larger, in bytes, raw or decoded, are quarantined as too_large.")
        try visitor.setting(
            "keep_kinds", &keepKinds, PageKind.allCases.map(\.rawValue),
            "Kinds of pages that go on; the others are counted as skipped under their kind.")
    }
}
