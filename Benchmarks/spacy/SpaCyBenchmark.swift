import ArgumentParser
import Files
import Foundation
import SpaCy
import SystemPackage

@main struct SpaCyBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark-spacy", abstract: "Measure the runtime of spaCy's pipelines.",
        subcommands: [PipelineBenchmark.self, KernelBenchmark.self], defaultSubcommand: PipelineBenchmark.self)
}

/// Runs a spaCy pipeline over texts, and compares what it says with what spaCy said.
struct PipelineBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Tokens a CPU second of a spaCy pipeline, and how far it agrees with spaCy.")

    @Argument(help: "The folder that holds config.cfg.") var model: String
    @Argument(help: "Texts, as JSON lines with the key text.") var texts: String
    @Option(
        help:
            "spaCy's answers in the same order: {tokens: [start, end…], starts: […], entities: [[label, start, end]]}.")
    var expected: String?
    @Flag(help: "Run tagger and parser too; the answers have tags, heads and dependencies then.") var syntax = false
    @Flag(help: "Write the entities of each text as a JSON line {id, entities}, offsets in scalars, and do no more.")
    var write = false
    @Option(help: "How many differences to show.") var show = 5
    @Option(help: "How often to measure.") var rounds = 3

    func run() throws {
        var texts = try lines(texts).map { try JSONDecoder().decode(Text.self, from: $0) }
        let answers = try expected.map { try lines($0).map { try JSONDecoder().decode(Answer.self, from: $0) } }
        if let answers { texts = Array(texts.prefix(answers.count)) }
        let before = privateMemory()
        let start = cpuSeconds()
        let pipeline = try SpaCyPipeline(
            folder: FilePath(model), components: syntax ? Set(PipelineComponent.allCases) : [.ner])
        if write { return try texts.forEach { try write($0, pipeline) } }
        print("\(pipeline.name) \(pipeline.version) (\(pipeline.license)) loaded in \(cpuSeconds() - start) s of CPU")
        let bytes = texts.map { Array($0.text.utf8) }
        for _ in 0..<rounds { measure(pipeline, bytes) }
        print("private memory: \(before) MiB with the texts, \(privateMemory() - before) MiB more with the pipeline")
        guard let answers else { return }
        var comparison = Comparison(toShow: show)
        for (text, answer) in zip(bytes, answers) {
            comparison.add(text, text.withUnsafeBufferPointer { pipeline.annotations(of: $0) }, answer)
        }
        print(comparison.summary)
    }

    private func measure(_ pipeline: SpaCyPipeline, _ texts: [[UInt8]]) {
        let start = cpuSeconds()
        var (tokens, entities) = (0, 0)
        for text in texts {
            let result = text.withUnsafeBufferPointer { pipeline.annotations(of: $0) }
            tokens += result.tokens.count
            entities += result.entities.count
        }
        let middle = cpuSeconds()
        for text in texts { _ = text.withUnsafeBufferPointer { pipeline.tokens(in: $0) } }
        let speed = Int(Double(tokens) / (middle - start))
        let tokenizing = Int(Double(tokens) / (cpuSeconds() - middle))
        print("\(tokens) tokens, \(entities) entities: \(speed) tokens/s; tokenizer alone: \(tokenizing) tokens/s")
    }

    private func write(_ text: Text, _ pipeline: SpaCyPipeline) throws {
        let bytes = Array(text.text.utf8)
        // How many scalars begin before each byte.
        var scalars = [0]
        for byte in bytes { scalars.append(scalars[scalars.count - 1] + (byte & 0xc0 == 0x80 ? 0 : 1)) }
        let entities = bytes.withUnsafeBufferPointer { pipeline.entities(in: $0).entities }.map {
            Found(start: scalars[$0.start], end: scalars[$0.end], type: $0.label)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let line = try encoder.encode(Row(id: text.id ?? "", entities: entities))
        print(String(decoding: line, as: UTF8.self))
    }

    private func lines(_ path: String) throws -> [Data] {
        Data(try FilePath(path).readBytes()).split(separator: 0x0a).map { Data($0) }
    }
}
