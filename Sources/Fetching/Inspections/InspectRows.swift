import ArgumentParser
import Files
import Records
import Staging
import SystemPackage
import Web

/// `inspect url`: what the URL Standard makes of URLs.
struct InspectURL: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url", abstract: "Resolve the URLs of rows {input, base}")

    @Argument(help: "Rows; - is standard input.") var file = "-"

    func run() throws {
        try inspectRows(file) { (row) throws(JSONError) in
            let input: String = try row.require("input")
            let base: String? = try row.decode("base")
            let url = base.map { base in WebURL(base).flatMap { WebURL(input, base: $0) } } ?? WebURL(input)
            return { writer in
                if let url {
                    writer.field("href", url.href)
                } else {
                    writer.key("failure")
                    writer.write(true)
                }
            }
        }
    }
}

/// `inspect date`: the dates that texts print.
struct InspectDate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "date", abstract: "Read the dates of rows {text, url?}")

    @Argument(help: "Rows; - is standard input.") var file = "-"

    func run() throws {
        try inspectRows(file) { (row) throws(JSONError) in
            let text: String? = try row.decode("text")
            let url: String? = try row.decode("url")
            let printed = text.flatMap { PrintedDate.parse($0) ?? PrintedDate.find(in: $0) }
            let date = printed ?? url.flatMap { PrintedDate.find(inURL: $0) }
            return { writer in
                writer.field("date", date?.dayAsPrinted)
                writer.field("precision", date?.precision.rawValue)
                writer.field("at", date?.utc)
                writer.field("zone", date?.zone)
            }
        }
    }
}

/// Writes a line for each row of a file; `failure` for those that cannot be read, which are refused in the end.
private func inspectRows(_ file: String, _ look: (Row) throws(JSONError) -> (inout JSONWriter) -> Void) throws {
    try ending {
        var input = try LineReader(FilePath(file), limit: 16 << 20)
        var output = InspectedOutput()
        var rows = 0
        var refused: [String] = []
        while let line = try input.next() {
            rows += 1
            do {
                guard case .line(let bytes) = line else { throw JSONError(.unexpectedEnd, at: 16 << 20) }
                let fields = try look(try Row(bytes))
                try output.line(fields)
            } catch let error as JSONError {
                refused.append("row \(rows): \(error)")
                try output.line { writer in
                    writer.key("failure")
                    writer.write(true)
                }
            }
        }
        try output.flush()
        guard refused.isEmpty else { throw StageFailure(.refused, refused.prefix(10).joined(separator: "; ")) }
    }
}
