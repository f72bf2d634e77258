import ArgumentParser
import Files
import Foundation
import SpaCy
import SystemPackage

/// Runs a spaCy pipeline over texts, and compares what it says with what spaCy said.
@main struct SpaCyBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark-spacy",
        abstract: "Tokens a CPU second of a spaCy pipeline, and how far it agrees with spaCy.")

    @Argument(help: "The folder that holds config.cfg.") var model: String
    @Argument(help: "Texts, as JSON lines with the key text.") var texts: String
    @Option(help: "spaCy's own answers in the same order: {tokens: [start, end…], starts: […], entities: [[label, start, end]]}.")
    var expected: String?
    @Flag(help: "Give the sentence starts of the answers to the recogniser.") var sentences = false
    @Option(help: "How many differences to show.") var show = 5
    @Option(help: "Measure so often.") var rounds = 3

    private struct Row: Decodable { var text: String }

    private struct Answer: Decodable {
        var tokens: [Int]
        var starts: [Int]
        var entities: [Entity]
    }

    private struct Entity: Decodable, Hashable {
        var label: String
        var start: Int
        var end: Int

        init(label: String, start: Int, end: Int) {
            (self.label, self.start, self.end) = (label, start, end)
        }

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            label = try values.decode(String.self)
            start = try values.decode(Int.self)
            end = try values.decode(Int.self)
        }
    }

    func run() throws {
        var texts = try lines(texts).map { Array(try JSONDecoder().decode(Row.self, from: $0).text.utf8) }
        let answers = try expected.map { try lines($0).map { try JSONDecoder().decode(Answer.self, from: $0) } }
        if let answers { texts = Array(texts.prefix(answers.count)) }
        let before = memory()
        let clock = seconds()
        let pipeline = try SpaCyPipeline(folder: FilePath(model))
        print("loaded \(pipeline.name) \(pipeline.version) (\(pipeline.license)) in \(seconds() - clock) s of CPU")
        for _ in 0..<rounds {
            let start = seconds()
            var (tokens, entities) = (0, 0)
            for text in texts {
                let result = text.withUnsafeBufferPointer { pipeline.entities(in: $0) }
                tokens += result.tokens.count
                entities += result.entities.count
            }
            let time = seconds() - start
            let cutting = seconds()
            for text in texts { _ = text.withUnsafeBufferPointer { pipeline.tokens(in: $0) } }
            print("\(tokens) tokens, \(entities) entities, \(time) s, \(Int(Double(tokens) / time)) tokens/s;"
                + " tokens alone \(Int(Double(tokens) / (seconds() - cutting))) tokens/s")
        }
        print("private memory \(memory() - before) MiB above \(before) MiB with the texts")
        if let answers { compare(pipeline, texts, answers) }
    }

    private func compare(_ pipeline: SpaCyPipeline, _ texts: [[UInt8]], _ answers: [Answer]) {
        var (tokens, sameTokens, entities, sameEntities, ours, shown) = (0, 0, 0, 0, 0, 0)
        for (text, answer) in zip(texts, answers) {
            let starts = sentences ? answer.starts.map { answer.tokens[$0 * 2] } : []
            let result = text.withUnsafeBufferPointer { pipeline.entities(in: $0, sentenceStarts: starts) }
            let expected = Set(stride(from: 0, to: answer.tokens.count, by: 2).map { answer.tokens[$0]..<answer.tokens[$0 + 1] })
            let wrong = result.tokens.filter { !expected.contains($0.start..<$0.end) }
            tokens += expected.count
            sameTokens += max(0, min(result.tokens.count, expected.count) - wrong.count)
            let theirs = Set(answer.entities)
            let found = Set(result.entities.map { Entity(label: $0.label, start: $0.start, end: $0.end) })
            entities += theirs.count
            ours += found.count
            sameEntities += theirs.intersection(found).count
            func cut(_ start: Int, _ end: Int) -> String { String(decoding: text[max(0, start)..<min(text.count, end)], as: UTF8.self) }
            for token in wrong where shown < show {
                shown += 1
                print("token \(cut(token.start, token.end)) in \(cut(token.start - 20, token.end + 20))")
            }
            for entity in theirs.symmetricDifference(found).sorted(by: { $0.start < $1.start }) where shown < show {
                shown += 1
                print("\(theirs.contains(entity) ? "missing" : "extra") \(entity.label) \(cut(entity.start, entity.end))"
                    + " in \(cut(entity.start - 40, entity.end + 40))")
            }
        }
        print("tokens \(sameTokens) of \(tokens) the same; entities \(sameEntities) the same, \(entities) spaCy's, \(ours) ours")
    }

    private func lines(_ path: String) throws -> [Data] {
        Data(try FilePath(path).readBytes()).split(separator: 0x0a).map { Data($0) }
    }

    private func seconds() -> Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    /// Resident memory that no file backs, in MiB.
    private func memory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }
}
