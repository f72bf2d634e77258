import Files
import Foundation
import SpaCy
import SystemPackage
import TestSupport
import Testing

/// The pipelines of `Fixtures/record.py` must say what spaCy said.
@Suite struct PipelineTests {
    static let tiny = Recording.fixtures.appending("tiny")
    static let syntax = Recording.fixtures.appending("syntax")

    private func check(_ folder: FilePath, _ name: String) throws {
        let pipeline = try SpaCyPipeline(folder: folder)
        // Twice, so that what was remembered from the first time shows.
        for recording in try Recording.read(name) + Recording.read(name) {
            let starts = (recording.starts ?? []).map { recording.tokens[$0 * 2] }
            let (tokens, entities) = recording.bytes.withUnsafeBufferPointer {
                pipeline.entities(in: $0, sentenceStarts: starts)
            }
            #expect(tokens.flatMap { [$0.start, $0.end] } == recording.tokens, "\(recording.text)")
            #expect(entities.map(Recording.Entity.init) == recording.entities, "\(recording.text)")
            #expect(recording.bytes.withUnsafeBufferPointer { pipeline.tokens(in: $0) } == tokens)
        }
    }

    /// Tags, trees, sentences and the entities within them.
    private func checkSyntax(_ folder: FilePath, _ name: String) throws {
        let pipeline = try SpaCyPipeline(folder: folder, components: Set(PipelineComponent.allCases))
        for recording in try Recording.read(name) + Recording.read(name) {
            let annotations = recording.bytes.withUnsafeBufferPointer { pipeline.annotations(of: $0) }
            #expect(annotations.tokens.flatMap { [$0.start, $0.end] } == recording.tokens, "\(recording.text)")
            #expect(annotations.tags == recording.tags, "\(recording.text)")
            #expect(annotations.heads == recording.heads, "\(recording.text)")
            #expect(annotations.dependencies == recording.dependencies, "\(recording.text)")
            #expect(annotations.sentenceStarts == recording.starts, "\(recording.text)")
            #expect(annotations.entities.map(Recording.Entity.init) == recording.entities, "\(recording.text)")
        }
    }

    @Test func smallPipeline() throws { try check(Self.tiny, "tiny.jsonl") }

    @Test func sharedEncoder() throws {
        try check(Self.syntax, "syntax.jsonl")
        try checkSyntax(Self.syntax, "syntax.jsonl")
    }

    @Test(.enabled(if: DefaultModel.isThere, Comment(rawValue: DefaultModel.absent))) func englishPipeline() throws {
        try check(DefaultModel.folder, "english.jsonl")
        try checkSyntax(DefaultModel.folder, "english.jsonl")
    }

    /// A component that is not asked for is not read: its files may be missing, and what it would say stays empty.
    @Test(arguments: PipelineComponent.allCases) func componentsRunAlone(_ component: PipelineComponent) throws {
        let folder = try TemporaryFolder()
        for file in try Self.syntax.filesBelow() {
            let name = file.relative(to: Self.syntax).string
            let isOther = PipelineComponent.allCases.contains { $0 != component && name.hasPrefix("\($0.rawValue)/") }
            if !isOther { try folder.write(name, try file.readBytes()) }
        }
        let pipeline = try SpaCyPipeline(folder: folder.path, components: [component])
        let recording = try Recording.read("syntax.jsonl")[0]
        let annotations = recording.bytes.withUnsafeBufferPointer { pipeline.annotations(of: $0) }
        #expect(annotations.tags == (component == .tagger ? recording.tags : []))
        #expect(annotations.heads == (component == .parser ? recording.heads : []))
        #expect(annotations.dependencies == (component == .parser ? recording.dependencies : []))
        #expect(annotations.entities.isEmpty == (component != .ner))
        for other in PipelineComponent.allCases where other != component {
            #expect(throws: ModelError.self) { try SpaCyPipeline(folder: folder.path, components: [other]) }
        }
    }

    private struct Long: Decodable {
        var times: Int
        var tokens: Int
        var heads: Int
    }

    /// Blocks of the encoder end within sentences.
    @Test func longTexts() throws {
        let expected = try JSONDecoder().decode(
            Long.self, from: Data(try Recording.fixtures.appending("syntax-long.json").readBytes()))
        let texts = try Recording.read("syntax.jsonl").map(\.text)
        let text = Array(repeating: texts, count: expected.times).joined().joined(separator: "\n")
        let pipeline = try SpaCyPipeline(folder: Self.syntax, components: [.parser])
        let heads = Array(text.utf8).withUnsafeBufferPointer { pipeline.annotations(of: $0).heads }
        #expect(heads.count == expected.tokens)
        #expect(heads.enumerated().reduce(0) { $0 &+ ($1.offset + 1) &* $1.element } == expected.heads)
    }

    @Test func describesItself() throws {
        let pipeline = try SpaCyPipeline(folder: Self.tiny)
        #expect(pipeline.languageCode == "en")
        #expect(pipeline.name == "pipeline")
        #expect(pipeline.labels.sorted() == ["GPE", "ORG", "PERSON"])
    }

    @Test func blocksDoNotShow() throws {
        let recordings = try Recording.read("tiny.jsonl")
        let pipeline = try SpaCyPipeline(folder: Self.tiny)
        // White space as wide as the encoder sees keeps the repetitions apart.
        let text = Array(String(repeating: recordings[0].text + "\n\n \n\n \n\n \n\n ", count: 60).utf8)
        let (tokens, entities) = text.withUnsafeBufferPointer { pipeline.entities(in: $0) }
        #expect(tokens.count > 1200)
        let length = text.count / 60
        let inner = (1..<59).map { round in
            entities.filter { $0.start / length == round }.map {
                Recording.Entity($0.label, $0.start - round * length, $0.end - round * length)
            }
        }
        #expect(Set(inner).count == 1)
        #expect(inner.first?.isEmpty == false)
    }

    @Test(arguments: [
        Array(repeating: UInt8(ascii: "("), count: 100_000), Array(repeating: 0xff, count: 5000),
        Array(repeating: 0xe2, count: 5000), Array(repeating: 0x80, count: 5000), Array(repeating: 0, count: 5000),
        Array(String(repeating: "a.", count: 50_000).utf8), Array(String(repeating: "x ", count: 20_000).utf8),
        Array(String(repeating: "=a-(", count: 250).utf8), Array(String(repeating: "\u{a0} ", count: 5000).utf8),
    ])
    func tokensCoverAnyBytes(_ text: [UInt8]) throws {
        let pipeline = try SpaCyPipeline(folder: Self.tiny)
        let (tokens, entities) = text.withUnsafeBufferPointer { pipeline.entities(in: $0) }
        var end = 0
        for token in tokens {
            #expect(token.start - end <= 1 && token.start >= end && token.end > token.start)
            if token.start > end { #expect(text[end] == 0x20) }
            end = token.end
        }
        #expect(text.count - end <= 1)
        for entity in entities { #expect(entity.start >= 0 && entity.end <= text.count && entity.start < entity.end) }
    }

    @Test func manyFormsAreForgottenWithoutTrace() throws {
        let pipeline = try SpaCyPipeline(folder: Self.tiny)
        let recording = try Recording.read("tiny.jsonl")[0]
        let text = Array(recording.text.utf8)
        for round in 0..<6 {
            let noise = Array((0..<20_000).map { "w\(round)x\($0)" }.joined(separator: " ").utf8)
            _ = noise.withUnsafeBufferPointer { pipeline.entities(in: $0) }
            let entities = text.withUnsafeBufferPointer { pipeline.entities(in: $0).entities }
            #expect(entities.map { Recording.Entity($0.label, $0.start, $0.end) } == recording.entities)
        }
    }

    @Test func entitiesEndAtSentences() throws {
        let pipeline = try SpaCyPipeline(folder: Self.tiny)
        for recording in try Recording.read("tiny.jsonl") {
            let text = Array(recording.text.utf8)
            let starts = stride(from: 0, to: recording.tokens.count, by: 4).map { recording.tokens[$0] }
            let entities = text.withUnsafeBufferPointer { pipeline.entities(in: $0, sentenceStarts: starts).entities }
            for entity in entities { #expect(!starts.contains { $0 > entity.start && $0 < entity.end }) }
        }
    }
}
