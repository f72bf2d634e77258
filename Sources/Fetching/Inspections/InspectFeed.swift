import ArgumentParser
import Logging
import Records
import Staging

/// `inspect feed`: the items of a feed, a line each.
struct InspectFeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "The items of an RSS, RDF, Atom or JSON feed, one JSON line each.")

    @Option(help: "Where the feed came from, for relative links.") var url: String?
    @Option(help: "The charset that its Content-Type named.") var charset: String?
    @Argument(help: "A feed; - is standard input.") var file: String

    func run() throws {
        try ending {
            let limits = FeedLimits()
            let document = try InspectedInput(file).all(limit: limits.bytes)
            let feed: Feed
            do throws(FeedError) {
                feed = try Feed(reading: document, charset: charset, url: url, limits: limits)
            } catch {
                throw StageFailure(.refused, "\(file): \(error)")
            }
            var output = InspectedOutput()
            for item in feed.items {
                try output.line { writer in
                    writer.field("title", item.title)
                    writer.field("link", item.link)
                    writer.field("id", item.id)
                    writer.field("published_at", item.publishedAt)
                    writer.field("published_raw", item.publishedRaw)
                }
            }
            try output.flush()
            if let fault = feed.fault { Log.stage.warning("\(file): \(fault)") }
        }
    }
}
