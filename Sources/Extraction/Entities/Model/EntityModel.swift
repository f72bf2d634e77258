import SpaCy
public import Staging
public import SystemPackage

/// A model of entities, and what it said of paragraphs lately.
///
/// An instance belongs to one thread at a time.
public final class EntityModel {
    /// Such as "en_core_web_md-3.8.0".
    public let name: String
    /// The code of the language that it serves, such as "en".
    public let language: String
    private let pipeline: SpaCyPipeline
    private var memo = ParagraphMemo()

    /// Loads a folder that spaCy wrote; the files are mapped, not read.
    ///
    /// - Throws: `ConfigurationError` where the folder holds no pipeline that this runtime can run.
    public init(folder: FilePath) throws(ConfigurationError) {
        do throws(ModelError) { pipeline = try SpaCyPipeline(folder: folder) } catch {
            throw ConfigurationError("model", "\(folder): \(error)")
        }
        language = pipeline.languageCode
        name = "\(pipeline.languageCode)_\(pipeline.name)-\(pipeline.version)"
    }

    /// The named spans of a paragraph in UTF-8, in bytes from its start. A function of the paragraph alone.
    func spans(of paragraph: ArraySlice<UInt8>) -> [NamedSpan] {
        if let known = memo[paragraph] { return known }
        let found = paragraph.withUnsafeBufferPointer { pipeline.entities(in: $0).entities }
        memo[paragraph] = found
        return found
    }
}
