import Foundation
import Normalization
import Records
import Testing

/// Each folder of `Pages` holds a page of our own writing, `source.html` or `source.txt`, and what is to be read out of
/// it, `expected.json`. With `PIPELINE_UPDATE_GOLDEN=1` in the environment the expectations are written anew: read the
/// difference before it is committed.
@Suite struct GoldenPageTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test func pagesAreThere() {
        #expect(Self.names.count >= 40)
    }

    @Test(arguments: names)
    func page(name: String) throws {
        let place = Self.folder.appending(path: name)
        let actual = try Self.normalized(place)
        let expectation = place.appending(path: "expected.json")
        if ProcessInfo.processInfo.environment["PIPELINE_UPDATE_GOLDEN"] != nil {
            try actual.write(to: expectation, atomically: true, encoding: .utf8)
        }
        #expect(actual == (try String(contentsOf: expectation, encoding: .utf8)))
    }

    @Test(arguments: names)
    func blocksTileTheText(name: String) throws {
        let page = try Self.read(Self.folder.appending(path: name))
        let offsets = ScalarOffsets(page.text)
        let texts = page.blocks.map { offsets[TextSpan($0.start, $0.end)] }
        #expect(texts.joined(separator: "\n\n") == page.text)
        #expect(texts.allSatisfy { !$0.isEmpty })
    }

    private static func read(_ place: URL) throws -> NormalizedPage {
        var normalizer = PageNormalizer()
        if let html = try? Data(contentsOf: place.appending(path: "source.html")) {
            let url = "https://harbourcourier.example/city/" + place.lastPathComponent
            return try Array(html).withUnsafeBufferPointer { try normalizer.normalize(html: $0, url: url) }
        }
        let text = try Data(contentsOf: place.appending(path: "source.txt"))
        return Array(text).withUnsafeBufferPointer { normalizer.normalize(text: $0) }
    }

    private static func normalized(_ place: URL) throws -> String {
        let page = try read(place)
        let offsets = ScalarOffsets(page.text)
        let expected = ExpectedPage(
            kind: page.kind.rawValue, title: page.title, authors: page.authors, description: page.description,
            section: page.section, language: page.language, canonicalURL: page.canonicalURL, outlet: page.outlet?.name,
            publishedAt: page.published?.at, publishedOn: page.published?.on,
            publishedPrecision: page.published?.precision.rawValue, publishedFrom: page.published?.from.rawValue,
            modifiedAt: page.modifiedAt, captions: page.captions, correction: page.correction,
            blocks: page.blocks.map { block in
                ExpectedPage.Block(
                    kind: block.kind.rawValue, path: block.path, at: block.at,
                    text: offsets[TextSpan(block.start, block.end)])
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(expected), as: UTF8.self) + "\n"
    }
}

private struct ExpectedPage: Encodable {
    struct Block: Encodable {
        var kind: String
        var path: String?
        var at: String?
        var text: String
    }

    var kind: String
    var title: String?
    var authors: [String]
    var description: String?
    var section: String?
    var language: String?
    var canonicalURL: String?
    var outlet: String?
    var publishedAt: String?
    var publishedOn: String?
    var publishedPrecision: String?
    var publishedFrom: String?
    var modifiedAt: String?
    var captions: [String]
    var correction: String?
    var blocks: [Block]
}
