import Files
import Foundation
import SpaCy
import SystemPackage
import TestSupport

/// What spaCy said of a text, as `Fixtures/record.py` wrote it. Offsets are bytes.
struct Recording: Decodable {
    struct Entity: Decodable, Hashable, CustomStringConvertible {
        var label: String
        var start: Int
        var end: Int

        init(_ label: String, _ start: Int, _ end: Int) {
            self.label = label
            self.start = start
            self.end = end
        }

        init(_ span: NamedSpan) { self.init(span.label, span.start, span.end) }

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            label = try values.decode(String.self)
            start = try values.decode(Int.self)
            end = try values.decode(Int.self)
        }

        var description: String { "\(label) \(start)..<\(end)" }
    }

    var text: String
    var tokens: [Int]
    var entities: [Entity]
    /// Where tagger and parser ran.
    var starts: [Int]?
    var tags: [String]?
    var heads: [Int]?
    var dependencies: [String]?

    var bytes: [UInt8] { Array(text.utf8) }

    static let fixtures = Project.root.appending("Tests").appending("SpaCyTests").appending("Fixtures")

    static func read(_ name: String) throws -> [Recording] {
        try Data(try fixtures.appending(name).readBytes()).split(separator: 0x0a).map {
            try JSONDecoder().decode(Recording.self, from: Data($0))
        }
    }
}
