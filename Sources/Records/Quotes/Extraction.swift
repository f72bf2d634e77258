/// What extract adds to a row.
public struct Extraction: JSONRecord, Equatable {
    public var extraction = ExtractionReport()
    public var entities: [Entity] = []
    public var quotes: [Quote] = []
    public var citations: [Citation] = []

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("extraction", &extraction)
        try visitor.field("entities", &entities)
        try visitor.field("quotes", &quotes)
        try visitor.field("citations", &citations)
    }
}

/// Whether a row was analysed, and by what.
public struct ExtractionReport: JSONRecord, Equatable {
    public enum Status: String, JSONEnumeration {
        case ok
        case unsupportedLanguage = "unsupported_language"
        case noModel = "no_model"
    }

    public var status = Status.ok
    public var model: String?
    public var version = ""

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("status", &status)
        try visitor.field("model", &model)
        try visitor.field("version", &version)
    }
}

/// An outlet named as where something was reported.
public struct Citation: JSONRecord, Equatable {
    public var entity: String?
    public var name = ""
    public var start = 0
    public var end = 0
    public var cue: Cue?

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("entity", &entity)
        try visitor.field("name", &name)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("cue", &cue)
    }
}
