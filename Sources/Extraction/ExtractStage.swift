import Outlets
public import Records
public import Staging
public import SystemPackage

/// Adds entities, quotes and citations to each row; all else passes on as it stands.
public struct ExtractStage: MapStage {
    public typealias Configuration = ExtractSettings
    public static let name = "extract"
    public static let algorithmVersion = Extractor.version
    public static let abstract = "Find the people, places and outlets of each article, and who said what through whom."

    private let extractor: Extractor

    public init(configuration: ExtractSettings) throws {
        var configuration = configuration
        try configuration.resolve(in: nil)
        let outlets = try configuration.outletFile.map { OutletTable(adding: try OutletFile.read($0)) } ?? .standard
        let model = try configuration.modelFolder.map { try EntityModel(folder: $0) }
        let aliases = try configuration.aliasFile.map { try AliasTable($0) } ?? AliasTable()
        extractor = Extractor(outlets: outlets, aliases: aliases, model: model)
    }

    public mutating func open(_ input: FilePath, output: FilePath) throws -> RowReader {
        try RowReader(input)
    }

    public mutating func process(_ row: Row, into writer: inout JSONWriter) throws(Refusal) -> Outcome {
        let input: Input
        do throws(JSONError) {
            input = try Input(row)
        } catch {
            throw Refusal("invalid_row", "the row cannot be read: \(error)")
        }
        let extraction = extractor.extract(
            text: input.text, language: input.language, outlet: input.outlet, blocks: input.blocks)
        writer.beginObject()
        row.writeFields(&writer, except: Self.ownKeys)
        extraction.writeFields(&writer)
        writer.endObject()
        return .written
    }

    private static let ownKeys = Set(Extraction.keys)

    /// What extract reads of a row; only `id` and `text` must be there.
    private struct Input {
        var text: String
        var language: String?
        var outlet: Outlet?
        var blocks: [Block]

        init(_ row: Row) throws(JSONError) {
            _ = try row.require("id", as: String.self)
            text = try row.require("text")
            language = try row.decode("language")
            outlet = try row.decode("outlet")
            blocks = try row.decode("blocks") ?? []
        }
    }
}
