import ArgumentParser
import Files
import Records
import SpaCy
import Staging
import SystemPackage

/// `inspect tokens`: what a spaCy pipeline says of texts, a line for each token.
struct InspectTokens: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "The tokens of texts as a spaCy pipeline cuts them, with tags, dependencies and entities where asked."
    )

    @Option(help: "The folder of a spaCy pipeline; without it, the one that extract would take.") var model: String?
    @Flag(help: "Run the tagger: the fine-grained tag of each token.") var tags = false
    @Flag(help: "Run the parser: head, dependency and sentence of each token, counted from 0.") var heads = false
    @Flag(help: "Run the recogniser of entities: B-, I- and the label, as the model gives them.") var entities = false
    @Argument(help: "Plain texts in UTF-8, 4 MiB at most.") var files: [String]

    /// Four times the characters that spaCy itself takes (`nlp.max_length`).
    private static let limit = 4 << 20

    func run() throws {
        try ending {
            let folder = try ModelFolder.find(model, from: nil)
            var components: Set<PipelineComponent> = []
            if tags { components.insert(.tagger) }
            if heads { components.insert(.parser) }
            if entities { components.insert(.ner) }
            let pipeline: SpaCyPipeline
            do throws(ModelError) { pipeline = try SpaCyPipeline(folder: folder, components: components) } catch {
                throw ConfigurationError("model", "\(folder): \(error)")
            }
            for file in files {
                let bytes: [UInt8]
                do { bytes = try FilePath(file).readBytes(limit: Self.limit) } catch let error as FileTooLarge {
                    throw StageFailure(.refused, "\(file): \(error.size) bytes, more than \(error.limit)")
                }
                let text = ScalarOffsets(String(decoding: bytes, as: UTF8.self))
                let annotations = text.utf8.withUnsafeBufferPointer { pipeline.annotations(of: $0) }
                _ = try FileDescriptor.standardOutput.writeAll(Self.lines(annotations, of: text, file))
            }
        }
    }

    private static func lines(_ annotations: Annotations, of text: ScalarOffsets, _ file: String) -> [UInt8] {
        var entities = [String?](repeating: nil, count: annotations.tokens.count)
        for entity in annotations.entities {
            for token in entity.tokens {
                entities[token] = (token == entity.tokens.lowerBound ? "B-" : "I-") + entity.label
            }
        }
        let starts = Set(annotations.sentenceStarts)
        var sentence = -1
        var writer = JSONWriter()
        for (index, token) in annotations.tokens.enumerated() {
            if starts.contains(index) { sentence += 1 }
            var line = TokenLine()
            line.file = file
            line.token = index
            line.start = text.scalar(atByte: token.start)
            line.end = text.scalar(atByte: token.end)
            line.text = String(decoding: text.utf8[token.start..<token.end], as: UTF8.self)
            if !annotations.tags.isEmpty { line.tag = annotations.tags[index] }
            if !annotations.heads.isEmpty {
                line.head = annotations.heads[index]
                line.dependency = annotations.dependencies[index]
                line.sentence = sentence
            }
            line.entity = entities[index]
            line.write(json: &writer)
            writer.newline()
        }
        return writer.bytes
    }
}

/// A token of `inspect tokens`; null is what was not asked for, and the entity of a token outside of all.
private struct TokenLine: JSONRecord {
    var file = ""
    /// Its place in the file, as that of its head.
    var token = 0
    /// In Unicode scalars, half-open.
    var start = 0
    var end = 0
    var text = ""
    var tag: String?
    var head: Int?
    var dependency: String?
    var sentence: Int?
    var entity: String?

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("file", &file)
        try visitor.field("token", &token)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("text", &text)
        try visitor.field("tag", &tag)
        try visitor.field("head", &head)
        try visitor.field("dependency", &dependency)
        try visitor.field("sentence", &sentence)
        try visitor.field("entity", &entity)
    }
}
