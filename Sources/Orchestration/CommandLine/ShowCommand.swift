import ArgumentParser
import Glibc
import Review
import Staging
import SystemPackage

/// `show`: an article, a quote or a cluster for a person.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an article, a quote or a cluster for a person.",
        discussion: """
            A quote is shown in its context, with its speaker, the way it came, why it was attributed so, where else it \
            stands, and the raw page with the place in it.

            EXAMPLES
              pipeline show a00723fb55e7a80e2        an article: its text with the quotes marked, its copies
              pipeline show a00723fb55e7a80e2/q3     a quote of it
              pipeline show k020033ca4151685a        an utterance, wherever it is quoted
              pipeline show cf59069b52b05b1d5        a cluster of copies
            """)

    @Argument(help: "An id of articles, clusters or quote_clusters; for a quote ARTICLE/QUOTE.")
    var id: String

    @OptionGroup var options: OutputOptions

    func run() throws {
        try ending {
            let isTerminal = isatty(1) == 1 && getenv("NO_COLOR") == nil
            let look = try Look(at: options.folder(), isColoured: isTerminal, width: Self.columns)
            _ = try FileDescriptor.standardOutput.writeAll(look.text(of: id).utf8)
        }
    }

    /// Of the terminal; 100 elsewhere.
    private static var columns: Int {
        var size = winsize()
        return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
    }
}
