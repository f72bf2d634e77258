import Files
import SpaCy
import SystemPackage
import TestSupport
import Testing

/// The pipelines of `Fixtures/record.py` must say what spaCy said.
@Suite struct PipelineTests {
    static let tiny = Recording.fixtures.appending("tiny")
    static let english = Project.root.appending(".models").appending("en_core_web_md-3.8.0")

    static var hasEnglish: Bool { FileStamp(english.appending("config.cfg")) != nil }

    private func check(_ folder: FilePath, _ name: String) throws {
        let pipeline = try SpaCyPipeline(folder: folder)
        // Twice, so that what was remembered from the first time shows.
        for recording in try Recording.read(name) + Recording.read(name) {
            let starts = recording.starts.map { recording.tokens[$0 * 2] }
            let text = Array(recording.text.utf8)
            let (tokens, entities) = text.withUnsafeBufferPointer { pipeline.entities(in: $0, sentenceStarts: starts) }
            #expect(tokens.flatMap { [$0.start, $0.end] } == recording.tokens, "\(recording.text)")
            let found = entities.map { Recording.Entity($0.label, $0.start, $0.end) }
            #expect(found == recording.entities, "\(recording.text)")
            #expect(text.withUnsafeBufferPointer { pipeline.tokens(in: $0) } == tokens)
        }
    }

    @Test func smallPipeline() throws { try check(Self.tiny, "tiny.jsonl") }

    @Test func englishPipeline() throws {
        try #require(Self.hasEnglish, "there is no model at \(Self.english): make models")
        try check(Self.english, "english.jsonl")
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
