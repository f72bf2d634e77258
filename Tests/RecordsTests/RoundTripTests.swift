import Foundation
import Records
import TestSupport
import Testing

private func written(_ value: some JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    value.write(json: &writer)
    return writer.bytes
}

private func read<Value: JSONValue>(_ bytes: [UInt8]) throws -> Value {
    try bytes.withUnsafeBufferPointer { buffer in
        var reader = JSONReader(buffer)
        let value = try Value(json: &reader)
        try reader.finish()
        return value
    }
}

@Suite struct RoundTripTests {
    @Test func recordsComeBackAsTheyWent() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<1000 {
            let article = RandomRecords.article(&random)
            #expect(try read(written(article)) == article)
            #expect(try Row(written(article)).decode() == article)
            let quote = RandomRecords.quote(&random)
            #expect(try read(written(quote)) == quote)
        }
    }

    /// The same values by Foundation's decoder, key by key, strings by scalars and not by canonical equivalence.
    @Test func foundationReadsTheSame() throws {
        struct Mirror: Decodable {
            struct Block: Decodable {
                var kind: String
                var start: Int
                var end: Int
                var path: String?
            }
            var id: String
            var url: String?
            var title: String
            var authors: [String]
            var text: String
            var blocks: [Block]
        }
        var random = SeededGenerator(seed: 2)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .useDefaultKeys
        for _ in 0..<500 {
            let article = RandomRecords.article(&random)
            let mirror = try decoder.decode(Mirror.self, from: Data(written(article)))
            #expect(Array(mirror.id.unicodeScalars) == Array(article.id.unicodeScalars))
            #expect(mirror.url.map { Array($0.utf8) } == article.url.map { Array($0.utf8) })
            #expect(Array(mirror.text.utf8) == Array(article.text.utf8))
            #expect(mirror.authors.map { Array($0.utf8) } == article.authors.map { Array($0.utf8) })
            #expect(mirror.blocks.map(\.start) == article.blocks.map(\.start))
            #expect(mirror.blocks.map(\.end) == article.blocks.map(\.end))
        }
    }

    /// What Foundation's encoder writes, in its own order of keys and with its own escapes, is read.
    @Test func foundationsWritingIsRead() throws {
        struct Mirror: Encodable {
            var text: String
            var id: String
            var surplus = ["x": [1.5, -2e300]]
            var title: String?
        }
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let mirror = Mirror(text: random.text(upTo: 200), id: random.text(upTo: 20), title: nil)
            let article: Article = try read(Array(try JSONEncoder().encode(mirror)))
            #expect(Array(article.text.utf8) == Array(mirror.text.utf8))
            #expect(Array(article.id.utf8) == Array(mirror.id.utf8))
            #expect(article.title == nil)
        }
    }

    @Test(arguments: [0.1, -0.0, 1e300, Double.leastNonzeroMagnitude, 1.0 / 3, 123_456_789.123_456_78])
    func doublesComeBackExactly(value: Double) throws {
        let back: Double = try read(written(value))
        #expect(back.bitPattern == value.bitPattern)
    }

    @Test(arguments: [0, -1, Int.max, Int.min]) func integersComeBack(value: Int) throws {
        #expect(try read(written(value)) == value)
    }

    @Test(arguments: ["9223372036854775808", "1.0", "1e3", "\"1\"", "-9223372036854775809"])
    func refusesWhatIsNoInteger(text: String) {
        #expect(throws: JSONError.self) { try read(Array(text.utf8)) as Int }
    }

    @Test func everyKeyStandsInEveryRow() throws {
        let row = try Row(written(Article()))
        #expect(row.keys == Article.keys)
        #expect(Article.keys.count == 23)
    }
}
