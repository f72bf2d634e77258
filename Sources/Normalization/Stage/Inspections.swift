public import ArgumentParser
import Files
import Records
import Staging
import SystemPackage

extension NormalizeStage {
    public static var inspections: [any ParsableCommand.Type] { [InspectHTML.self, InspectArticle.self] }

    /// Reads the pages of files and writes a line, or several, for each.
    fileprivate static func inspect(
        _ files: [String], _ write: (Article, [(field: String, witness: String)], inout JSONWriter) -> Void
    ) throws {
        let stage = NormalizeStage(configuration: NormalizeSettings())
        var refused: [String] = []
        for file in files {
            var reader = try PageReader(FilePath(file))
            while let record = try reader.next() {
                var writer = JSONWriter()
                do throws(Refusal) {
                    switch record.content {
                    case .value(let page):
                        let (article, witnesses) = try stage.article(from: page)
                        write(article, witnesses, &writer)
                    case .skipped: continue
                    case .refused(let refusal): throw refusal
                    }
                } catch {
                    refused.append("\(error.reason): \(error.detail)")
                }
                _ = try FileDescriptor.standardOutput.writeAll(writer.bytes)
            }
        }
        guard refused.isEmpty else { throw StageFailure(.refused, refused.joined(separator: "; ")) }
    }
}

/// `inspect html`: the page's blocks, a line each.
struct InspectHTML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "html", abstract: "The blocks of pages, one JSON line each.")

    @Argument(help: "Pages, WARC files, page lists or folders.") var files: [String]

    func run() throws {
        try ending {
            try NormalizeStage.inspect(files) { article, _, writer in
                let offsets = ScalarOffsets(article.text)
                for block in article.blocks {
                    writer.beginObject()
                    block.writeFields(&writer)
                    writer.key("text")
                    writer.write(offsets[TextSpan(block.start, block.end)])
                    writer.endObject()
                    writer.newline()
                }
            }
        }
    }
}

/// `inspect article`: the article, with the witness of each field.
struct InspectArticle: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article", abstract: "The articles of pages, with where each field came from.")

    @Argument(help: "Pages, WARC files, page lists or folders.") var files: [String]

    func run() throws {
        try ending {
            try NormalizeStage.inspect(files) { article, witnesses, writer in
                writer.beginObject()
                article.writeFields(&writer)
                writer.key("witnesses")
                writer.beginObject()
                for (field, witness) in witnesses {
                    writer.key(field)
                    writer.write(witness)
                }
                writer.endObject()
                writer.endObject()
                writer.newline()
            }
        }
    }
}
