import ArgumentParser
import Logging
import Records
import Staging

/// `inspect sitemap`: the entries of a sitemap, a line each.
struct InspectSitemap: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitemap",
        abstract: "The entries of a sitemap, sitemap index, list of URLs or feed, one JSON line each.")

    @Option(help: "Where the sitemap came from, for relative locs.") var url: String?
    @Option(help: "The charset that its Content-Type named.") var charset: String?
    @Argument(help: "A sitemap; - is standard input.") var file: String

    func run() throws {
        try ending {
            let input = try InspectedInput(file)
            var output = InspectedOutput()
            do {
                var reader = try SitemapReader(url: url, charset: charset) { try input.next() }
                while let entry = try reader.next() {
                    try output.line { writer in
                        writer.field("kind", entry.kind.rawValue)
                        writer.field("loc", entry.loc)
                        writer.field("lastmod", entry.lastmod)
                        writer.field("changefreq", entry.changefreq)
                        writer.field("priority", entry.priority)
                        writer.field("title", entry.title)
                        writer.field("publication_date", entry.publicationDate)
                        writer.field("publication", entry.publication)
                        writer.field("language", entry.language)
                    }
                }
                if let fault = reader.fault { Log.stage.warning("\(file): \(fault)") }
                if reader.leftOut > 0 { Log.stage.warning("\(file): \(reader.leftOut) entries without a usable loc") }
            } catch let error as SitemapError {
                try output.flush()
                throw StageFailure(.refused, "\(file): \(error)")
            }
            try output.flush()
        }
    }
}
