import Extraction
import Files
import Glibc
import Records
import SystemPackage
import Testing

/// `Cases/NAME.txt` with what must be found in it, `Cases/NAME.json`. With PIPELINE_UPDATE_GOLDEN=1 in the environment the
/// second is written anew, for a person to read the difference.
struct GoldenTests {
    private static let folder = FilePath("\(#filePath)").removingLastComponent().appending("Cases")

    private static let names = ((try? folder.filesBelow()) ?? []).compactMap { $0.lastComponent }
        .filter { $0.extension == "txt" }.map(\.stem).sorted()

    @Test func casesAreFound() {
        #expect(Self.names.count >= 7)
    }

    @Test(arguments: names)
    func extractsAsWritten(name: String) throws {
        let text = String(decoding: try Self.folder.appending("\(name).txt").readBytes(), as: UTF8.self)
        let extraction = Extractor().extract(
            text: text, language: "en", outlet: Outlet(id: nil, name: "Korvia Today"), blocks: [])
        #expect(extraction.faults(in: text) == [])
        let found = GoldenCase(extraction, of: text)
        let file = Self.folder.appending("\(name).json")
        if getenv("PIPELINE_UPDATE_GOLDEN") != nil {
            let descriptor = try FileDescriptor.open(
                file, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
            try descriptor.closeAfter { _ = try descriptor.writeAll(found.pretty.utf8) }
            return
        }
        let expected: GoldenCase = try Row(try file.readBytes()).decode()
        for (one, other) in zip(expected.quotes, found.quotes) { #expect(one == other) }
        for (one, other) in zip(expected.entities, found.entities) { #expect(one == other) }
        #expect(expected == found)
    }
}
