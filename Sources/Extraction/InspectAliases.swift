public import ArgumentParser
import Records
import Staging
import SystemPackage

extension ExtractStage {
    public static var inspections: [any ParsableCommand.Type] { [InspectAliases.self, InspectTokens.self] }
}

/// `inspect aliases`: candidates for the alias file, a line each.
struct InspectAliases: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aliases",
        abstract: "Names in shards of extract that may be one entity, or two: candidates for the alias file.")

    @Argument(help: "Shards of extract.") var files: [String]

    func run() throws {
        try ending {
            var candidates = AliasCandidates()
            for file in files {
                var reader = try RowReader(FilePath(file))
                while let record = try reader.next() {
                    guard case .value(let row) = record.content else { continue }
                    do throws(JSONError) {
                        candidates.add(try row.decode("entities", as: [Entity].self) ?? [])
                    } catch {
                        throw StageFailure(.refused, "\(record.place): \(error)")
                    }
                }
            }
            var writer = JSONWriter()
            for candidate in candidates.candidates() {
                candidate.write(json: &writer)
                writer.newline()
            }
            _ = try FileDescriptor.standardOutput.writeAll(writer.bytes)
        }
    }
}
