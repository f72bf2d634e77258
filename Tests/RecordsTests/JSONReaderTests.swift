import Files
import Foundation
import Records
import SystemPackage
import TestSupport
import Testing

/// Whether one whole JSON value stands in the bytes.
private func accepts(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
        var reader = JSONReader(buffer)
        do throws(JSONError) {
            _ = try reader.skipValue()
            try reader.finish()
            return true
        } catch {
            return false
        }
    }
}

@Suite struct JSONReaderTests {
    @Test(arguments: [
        "{}", "[]", "0", "-0.5e+10", "\"\"", " [1, 2 ] ", "\"\\ud83d\\ude00\"", "{\"a\":{\"b\":[null,true,false]}}",
        "\"\u{7f}\"",
    ])
    func accepted(text: String) { #expect(accepts(Array(text.utf8))) }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "-", "1.", ".5", "1e", "+1", "NaN", "Infinity", "'a'",
        "\"\\x\"",
        "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"", "\"a\nb\"", "\"\\u12\"", "tru", "nul", "[1 2]", "1 2", "\"",
        "[\"a\"",
        "\u{feff}{}", String(repeating: "[", count: 100_000),
    ])
    func refused(text: String) { #expect(!accepts(Array(text.utf8))) }

    @Test(arguments: [
        [0x22, 0xff, 0x22], [0x22, 0xc0, 0xaf, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22], [0x22, 0xe2, 0x28, 0xa1, 0x22],
    ])
    func refusesInvalidUTF8(bytes: [UInt8]) { #expect(!accepts(bytes)) }

    @Test(
        .enabled(if: SharedData.has("acquisition/json"), Comment(rawValue: SharedData.absent)))
    func conformsToJSONTestSuite() throws {
        struct Case: JSONRecord {
            struct Expect: JSONRecord {
                var verdict = ""
                mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
                    try visitor.field("verdict", &verdict)
                }
            }
            var id = ""
            var input = ""
            var expect = Expect()
            mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
                try visitor.field("id", &id)
                try visitor.field("input", &input)
                try visitor.field("expect", &expect)
            }
        }
        let folder = try #require(SharedData.folder("acquisition/json"))
        var lines = try LineReader(folder.appending("manifest.jsonl"))
        var count = 0
        while case .line(let line) = try lines.next() {
            let test: Case = try Row(line).decode()
            let accepted = accepts(try folder.pushing(FilePath(test.input)).readBytes())
            count += 1
            if test.expect.verdict != "either" {
                #expect(accepted == (test.expect.verdict == "accept"), "\(test.id)")
            }
        }
        #expect(count == 318)
    }

    /// Whatever bytes are cut, flipped or doubled: we never accept what Foundation's parser refuses.
    @Test func agreesWithFoundationOnDamagedRecords() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var writer = JSONWriter()
            RandomRecords.article(&random).write(json: &writer)
            var bytes = writer.bytes
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            default: bytes.insert(bytes[place], at: place)
            }
            if accepts(bytes) {
                #expect(throws: Never.self) {
                    try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
                }
            }
        }
    }
}
