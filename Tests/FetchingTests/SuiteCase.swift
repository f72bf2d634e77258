import Files
import Records
import SystemPackage
import TestSupport

/// A case of a public suite: `{id, input, args, expect}` in its `manifest.jsonl`.
struct SuiteCase {
    var id: String
    var source: String
    var input: FilePath
    var arguments: Row
    var expected: Row

    static func all(of suite: String) throws -> [SuiteCase] {
        guard let folder = SharedData.folder(suite) else { return [] }
        var lines = try LineReader(folder.appending("manifest.jsonl"))
        var cases: [SuiteCase] = []
        while case .line(let line) = try lines.next() {
            let row = try Row(line)
            cases.append(
                SuiteCase(
                    id: try row.require("id"), source: try row.require("source"),
                    input: folder.pushing(FilePath(try row.require("input", as: String.self))),
                    arguments: try Row(Array(row.raw("args") ?? [])), expected: try Row(Array(row.raw("expect") ?? [])))
            )
        }
        return cases
    }
}
