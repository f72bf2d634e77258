import ArgumentParser
import Staging

/// `inspect KIND …`: starts the stage program that owns the kind.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show one piece alone, as JSON lines on standard output.",
        discussion: """
            KINDS
              html FILE…       the page's blocks as found in the markup
              article FILE…    the article, with where each field came from
              robots --agent A --url U FILE
                               whether a robots.txt lets a crawler fetch a URL
              feed FILE        the items of a feed
              sitemap FILE     the entries of a sitemap
              warc FILE…       the records of an archive
              decode FILE      the encoding of a page, and its text
              url, date        the URLs, the dates of rows on standard input
              tokens FILE…     the tokens of plain texts; with --tags, --heads, --entities what the model says of them
              aliases SHARD…   names in shards of extract that may be one entity, or two

            EXAMPLES
              pipeline inspect article page.html
              pipeline inspect html page.html | head
              pipeline inspect tokens --tags --heads text.txt
            """)

    @Argument(help: "What to look at: \(owners.keys.sorted().joined(separator: ", ")).")
    var kind: String

    @Argument(parsing: .captureForPassthrough, help: "Passed on to the stage program.")
    var rest: [String] = []

    /// Which stage program owns a kind.
    private static let owners = [
        "html": "normalize", "article": "normalize", "robots": "fetch", "feed": "fetch", "sitemap": "fetch",
        "warc": "fetch", "decode": "fetch", "url": "fetch", "date": "fetch",
        "tokens": "extract", "aliases": "extract",
    ]

    func run() throws {
        try ending {
            guard let owner = Self.owners[kind] else {
                throw StageFailure(
                    .usage,
                    "inspect: expected one of \(Self.owners.keys.sorted().joined(separator: ", ")), found \(kind)")
            }
            try Siblings.become(Siblings.program(owner), ["inspect", kind] + rest)
        }
    }
}
