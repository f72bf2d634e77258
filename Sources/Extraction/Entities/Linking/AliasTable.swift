import Files
import Language
import Records
import Staging
public import SystemPackage

/// Names that a user says mean one entity.
public struct AliasTable: Sendable {
    struct Entry: JSONRecord {
        var key = ""
        var type = Entity.Kind.other
        var aliases: [String] = []
        var qid: String?

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("key", &key)
            try visitor.field("type", &type)
            try visitor.field("aliases", &aliases)
            try visitor.field("qid", &qid)
        }
    }

    /// By type and folded name, as in keys.
    private var entries: [String: Entry] = [:]

    public init() {}

    /// Reads JSON Lines, each `{"key", "type", "aliases", "qid"}`; where two lines claim a name, the first has it.
    ///
    /// - Throws: `FileError`; `ConfigurationError` with the line that cannot be read.
    public init(_ path: FilePath) throws {
        var lines = try LineReader(path)
        var number = 0
        while let line = try lines.next() {
            number += 1
            guard case .line(let bytes) = line else {
                throw ConfigurationError("aliases", "\(path), line \(number): the line is too long")
            }
            do throws(JSONError) {
                let row = try Row(bytes)
                let entry: Entry = try row.decode()
                _ = try row.require("type", as: Entity.Kind.self)
                guard !entry.key.isEmpty else { throw JSONError(.missingKey("key"), at: 0) }
                entries[entry.key] = entries[entry.key] ?? entry
                for alias in entry.aliases {
                    let key = entry.type.folder + Folding.key(alias)
                    entries[key] = entries[key] ?? entry
                }
            } catch {
                throw ConfigurationError("aliases", "\(path), line \(number): \(error)")
            }
        }
    }

    func entry(_ name: String, _ type: Entity.Kind) -> Entry? {
        entries.isEmpty ? nil : entries[type.folder + Folding.key(name)]
    }
}

extension Entity.Kind {
    /// The first part of keys.
    var folder: String {
        switch self {
        case .person: "person/"
        case .organisation: "org/"
        case .place: "place/"
        case .outlet: "outlet/"
        case .other: "misc/"
        }
    }
}
