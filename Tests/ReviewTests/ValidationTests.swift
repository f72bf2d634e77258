import Review
import Staging
import Testing

@Suite struct ValidationTests {
    private static let header =
        "id,kind,outlet,type,stratum,inclusion_probability,claim,before,text,after,judgement,note\n"

    /// Rows of one outlet and type with a judgement each.
    private func rows(_ judgements: [String], probability: Double = 0.5, outlet: String = "O", from: Int = 0) -> String
    {
        judgements.enumerated().map { number, judgement in
            let place = from + number
            return
                "a\(1000 + place / 2)/q\(place % 2 + 1),quotes,\(outlet),direct,1,\(probability),,,\"a, \"\"b\"\"\nc\",,\(judgement),\n"
        }.joined()
    }

    private func text(_ sheet: String, _ published: Published? = nil) throws -> String {
        try Validation(Array(sheet.utf8), of: published?.output).text
    }

    /// Wilson's interval for 10 of 20 and for 20 of 20, as in Newcombe (1998).
    @Test(arguments: [
        (10, 10, "50 %   29.9 % to 70.1 %"), (20, 0, "100 %   83.9 % to 100 %"), (0, 20, "0 %   0 % to 16.1 %"),
    ])
    func wilson(yes: Int, no: Int, expected: String) throws {
        let judgements = Array(repeating: "yes", count: yes) + Array(repeating: "no", count: no)
        let text = try text(Self.header + rows(judgements))
        #expect(text.contains(expected), "\(text)")
    }

    /// Ten right of a large stratum and ten wrong of a small one: 10 / 0.1 against 10 / 1.
    @Test func weights() throws {
        let sheet =
            Self.header + rows(Array(repeating: "yes", count: 10), probability: 0.1)
            + rows(Array(repeating: "no", count: 10), probability: 1, outlet: "P", from: 10)
        let text = try text(sheet)
        #expect(text.contains("quotes: 20 rows, 20 judged, 0 unsure, 0 open"))
        #expect(text.contains("90.9 %"), "\(text)")
        #expect(text.contains("by outlet") && !text.contains("by type"))
    }

    @Test func unsureAndOpen() throws {
        let text = try text(Self.header + rows(["yes", "yes", "yes", "unsure", "", "NO"]))
        #expect(text.contains("6 rows, 4 judged, 1 unsure, 1 open"))
        #expect(text.contains("75 %") && text.contains("if the unsure were wrong") && text.contains("60 %"))
    }

    @Test func calibration() throws {
        var fixture = try PublishedFixture(quotes: 20)
        fixture.confidences = (0..<20).map { $0 < 10 ? 0.9 : 0.3 }
        let judgements = (0..<20).map { $0 < 10 ? ($0 < 9 ? "yes" : "no") : ($0 < 13 ? "yes" : "no") }
        let text = try text(Self.header + rows(judgements), fixture.write())
        #expect(text.contains("0.2–0.4, mean 0.3") && text.contains("0.8–1, mean 0.9"))
        #expect(text.contains("mean difference of stated and found: 0\n"), "\(text)")
        let silent = try self.text(Self.header + rows(judgements), try PublishedFixture(quotes: 20).write())
        #expect(silent.contains("the output states no confidence"))
    }

    @Test(arguments: [
        ("", "the sheet is empty"), ("id,kind\n", "no column"), (header, "the sheet has no rows"),
        (header + "a/q,quotes,O,d,1,2,,,,,yes,\n", "inclusion probability"),
        (header + "a/q,quotes,O,d,1,nan,,,,,yes,\n", "inclusion probability"),
        (header + "a/q,quotes,O,d,1,0.5,,,,,perhaps,\n", "judgement"),
        (header + "a/q,pages,O,d,1,0.5,,,,,yes,\n", "kind"), (header + "a/q,quotes\n", "cells"),
    ])
    func sheetsThatAreNone(sheet: String, message: String) {
        let error = #expect(throws: StageFailure.self) { try text(sheet) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    /// What a sample writes, a validation reads.
    @Test func roundTrip() throws {
        let published = try PublishedFixture(quotes: 40).write()
        let sheet = try Sampler(of: published.output, kind: .quotes, by: [.outlet], number: 20, seed: 3).sheet()
        let judged = String(decoding: sheet.csv, as: UTF8.self).replacing("\"\",\"\"\r\n", with: "\"yes\",\"\"\r\n")
        #expect(try text(judged, published).contains("20 rows, 20 judged"))
    }
}
