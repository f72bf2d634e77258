import ArgumentParser
import Files
import Foundation
import Records
import Staging
import SystemPackage

/// `benchmark codec`: our reader and writer of rows against Foundation's, on the same shard, in turn within one run.
struct CodecBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codec", abstract: "Measure the JSON Lines codec on a shard of articles, beside Foundation's.")

    @Argument(help: "Shards of normalize.")
    var shards: [String]

    @Option(help: "Rounds; medians are printed.")
    var rounds = 5

    /// What Foundation's coders need to know of an article: the fields that make up most bytes.
    private struct Mirror: Codable {
        struct Block: Codable {
            var kind: String
            var start: Int
            var end: Int
            var path: String?
            var at: String?
        }
        var id: String
        var version: String
        var url: String?
        var title: String?
        var authors: [String]
        var text: String
        var blocks: [Block]
        var captions: [String]
    }

    func run() throws {
        var lines: [[UInt8]] = []
        for shard in shards {
            var reader = try LineReader(FilePath(shard))
            while case .line(let line) = try reader.next() { lines.append(line) }
        }
        let megabytes = Double(lines.reduce(0) { $0 + $1.count }) / 1e6
        let articles = try lines.map { try Row($0).decode(Article.self) }
        let mirrors = try lines.map { try JSONDecoder().decode(Mirror.self, from: Data($0)) }
        let coders = (JSONDecoder(), JSONEncoder())
        let measures: [(String, () throws -> Void)] = [
            ("pass a row through", { try passThrough(lines) }),
            ("read an article", { for line in lines { _ = try Row(line).decode(Article.self) } }),
            ("write an article", { write(articles) }),
            ("JSONDecoder", { for line in lines { _ = try coders.0.decode(Mirror.self, from: Data(line)) } }),
            ("JSONEncoder", { for mirror in mirrors { _ = try coders.1.encode(mirror) } }),
        ]
        var seconds = [[Double]](repeating: [], count: measures.count)
        for _ in 0..<max(1, rounds) {
            for (index, measure) in measures.enumerated() {
                let start = ownSeconds()
                try measure.1()
                seconds[index].append(ownSeconds() - start)
            }
        }
        print("\(lines.count) rows, \(String(format: "%.1f", megabytes)) MB")
        for (index, measure) in measures.enumerated() {
            let median = seconds[index].sorted()[seconds[index].count / 2]
            print(
                measure.0.padding(toLength: 24, withPad: " ", startingAt: 0),
                String(format: "%8.0f MB/s", megabytes / median))
        }
    }

    private func passThrough(_ lines: [[UInt8]]) throws {
        var writer = JSONWriter()
        for line in lines {
            writer.removeAll()
            writer.beginObject()
            try Row(line).writeFields(&writer)
            writer.endObject()
        }
    }

    private func write(_ articles: [Article]) {
        var writer = JSONWriter()
        for article in articles {
            writer.removeAll()
            article.write(json: &writer)
        }
    }
}
