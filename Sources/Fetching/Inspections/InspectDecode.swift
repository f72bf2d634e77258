import ArgumentParser
import Records
import Staging
import Web

/// `inspect decode`: the text of a page, and how its encoding was told.
struct InspectDecode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode", abstract: "The encoding of a page, what told it, and the text.")

    @Option(help: "The charset that the Content-Type named.") var charset: String?
    @Argument(help: "A page; - is standard input.") var file: String

    func run() throws {
        try ending {
            let decoded = DecodedText(decoding: try InspectedInput(file).all(limit: 64 << 20), transportLabel: charset)
            var output = InspectedOutput()
            try output.line { writer in
                writer.field("label", decoded.label)
                writer.field("source", decoded.source.rawValue)
                writer.field("text", String(decoding: decoded.utf8, as: UTF8.self))
            }
            try output.flush()
        }
    }
}
