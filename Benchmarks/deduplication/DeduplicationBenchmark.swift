import ArgumentParser
import Deduplication
import Files
import Glibc
import Records
import SystemPackage

@main
struct DeduplicationBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark-deduplication", subcommands: [TimeClusters.self, GenerateArticles.self],
        defaultSubcommand: TimeClusters.self)
}

/// CPU time from texts in memory to clusters, in one thread, as peers are measured: reading and writing of JSON aside.
struct TimeClusters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "Measure CPU seconds from texts in memory to clusters.")

    @Argument(help: "JSON Lines with id and text.")
    var input: String

    @Option(help: "Runs.")
    var rounds = 3

    func run() throws {
        var articles: [ComparableArticle] = []
        var reader = try LineReader(FilePath(input))
        while case .line(let line)? = try reader.next() { articles.append(try Row(line).decode()) }
        let megabytes = Double(articles.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
        for _ in 0..<rounds {
            let start = Self.processTime()
            var deduplicator = try Deduplicator()
            for index in articles.indices { _ = try deduplicator.add(articles[index]) }
            let middle = Self.processTime()
            let found = try deduplicator.finish()
            let end = Self.processTime()
            let clusters = Set(articles.indices.map { found.membership($0)?.id ?? "" })
            let told = Self.processTime()
            var relations = 0
            for index in articles.indices { relations += try found.finding(index)?.relations.count ?? 0 }
            let all = end - start + Self.processTime() - told
            print(
                "\(articles.count) articles, \(megabytes) MB: \(clusters.count) clusters, fingerprints \(middle - start) s,"
                    + " clusters \(end - middle) s, \(megabytes / (end - start)) MB/s; with \(relations) relations and their"
                    + " evidence \(all) s, \(megabytes / all) MB/s")
        }
    }

    /// User and system seconds of this process.
    private static func processTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
