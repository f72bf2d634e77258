import ArgumentParser
import Records
import Staging

/// `inspect robots`: whether a robots.txt lets a crawler fetch a URL.
struct InspectRobots: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "robots", abstract: "Whether a robots.txt lets a crawler fetch a URL.")

    @Option(help: "The crawler's product token, such as ExampleBot.") var agent: String
    @Option(help: "The URL, or its path.") var url: String
    @Argument(help: "A robots.txt; - is standard input.") var file: String

    func run() throws {
        try ending {
            let rules = RobotsRules(try InspectedInput(file).all(limit: 64 << 20), agent: agent)
            var output = InspectedOutput()
            try output.line { writer in
                writer.key("allowed")
                writer.write(rules.allows(url))
                writer.key("crawl_delay")
                rules.crawlDelay.write(json: &writer)
                writer.key("sitemaps")
                rules.sitemaps.write(json: &writer)
            }
            try output.flush()
        }
    }
}
