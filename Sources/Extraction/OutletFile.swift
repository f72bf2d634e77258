import Files
import Outlets
import Records
import Staging
import SystemPackage

/// A user's table of outlets: JSON Lines, each `{"id", "name", "domains", "aliases"}`.
enum OutletFile {
    private struct Entry: JSONRecord {
        var id = ""
        var name = ""
        var domains: [String] = []
        var aliases: [String] = []

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("id", &id)
            try visitor.field("name", &name)
            try visitor.field("domains", &domains)
            try visitor.field("aliases", &aliases)
        }
    }

    /// - Throws: `FileError`; `ConfigurationError` with the line that cannot be read.
    static func read(_ path: FilePath) throws -> [KnownOutlet] {
        var lines = try LineReader(path)
        var outlets: [KnownOutlet] = []
        while let line = try lines.next() {
            guard case .line(let bytes) = line else {
                throw ConfigurationError("outlets", "\(path): a line is too long")
            }
            do throws(JSONError) {
                let entry: Entry = try Row(bytes).decode()
                guard !entry.name.isEmpty else { throw JSONError(.missingKey("name"), at: 0) }
                let id = entry.id.isEmpty ? entry.domains.first ?? entry.name : entry.id
                outlets.append(
                    KnownOutlet(id: id, name: entry.name, domains: entry.domains, aliases: entry.aliases))
            } catch {
                throw ConfigurationError("outlets", "\(path), outlet \(outlets.count + 1): \(error)")
            }
        }
        return outlets
    }
}
