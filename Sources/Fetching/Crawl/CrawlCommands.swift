public import ArgumentParser
import Files
import Staging
import SystemPackage

extension FetchStage {
    public static var commands: [any ParsableCommand.Type] { [DiscoverCommand.self, RetrieveCommand.self] }
}

/// What both steps of a crawl are told.
struct CrawlOptions: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOptions

    @Option(help: "The folder of the crawl: its state, its WARC files, its list of pages.")
    var state = ".pipeline/crawl"

    @Flag(help: "Ask nobody; list what would be asked for and why not, as JSON lines on standard output.")
    var dryRun = false

    @Flag(help: ArgumentHelp("End at once when standard input ends.", visibility: .hidden))
    var supervised = false

    /// As for `pipeline run`.
    private static let file: FilePath = "pipeline.json"

    func run(_ work: (Crawl) throws -> Void) throws {
        try ending(configuration.logFormat) {
            if supervised { Lifeline.watch() }
            var configuration = configuration
            if configuration.config == nil, FileStamp(Self.file) != nil { configuration.config = Self.file.string }
            let settings = try configuration.settings(of: FetchStage.self)
            let base = configuration.config.map { FilePath($0).absolute.parent } ?? FilePath.workingDirectory
            try work(try Crawl(settings, folder: FilePath(state), base: base))
        }
    }
}

/// `discover`: from sources to a queue.
struct DiscoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discover", abstract: "Fill the queue from URL lists, sites, feeds and sitemaps.")

    @OptionGroup var options: CrawlOptions

    func run() throws {
        try options.run { crawl in
            if options.dryRun { try DryRun(crawl).write(.site, .listing) } else { try crawl.discover() }
        }
    }
}

/// `retrieve`: from the queue to WARC files.
struct RetrieveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retrieve", abstract: "Fetch the pages of the queue that are due, into WARC files.")

    @OptionGroup var options: CrawlOptions

    func run() throws {
        try options.run { crawl in
            if options.dryRun { try DryRun(crawl).write(.page) } else { try crawl.retrieve() }
        }
    }
}
