import Review
import SystemPackage
import TestSupport
import Testing

@Suite struct ComparisonTests {
    private func compared(_ change: (inout PublishedFixture) -> Void) throws -> Comparison {
        var fixture = try PublishedFixture(quotes: 4)
        let old = try fixture.write("before/date=2026-03-09")
        change(&fixture)
        return try Comparison(old.output, fixture.write("after/date=2026-03-09").output)
    }

    @Test func same() throws {
        let comparison = try compared { _ in }
        #expect(!comparison.differs && comparison.text.contains("byte for byte"))
    }

    @Test func version() throws {
        let comparison = try compared {
            $0.stageVersion = "2"
            $0.configuration = "beef"
            $0.speaker = "Eva Holt"
        }
        #expect(comparison.differs)
        for part in [
            "extract: algorithm 1 → 2", "extract: another configuration", "quotes: 0 added, 0 removed, 4 changed",
            "changed keys: speaker_name (4)",
        ] {
            #expect(comparison.text.contains(part), "\(part) is not in\n\(comparison.text)")
        }
        #expect(!comparison.text.contains("input:") && !comparison.text.contains("articles:"))
    }

    @Test func input() throws {
        let comparison = try compared {
            $0.pageDigest = "bb"
            $0.speaker = "Eva Holt"
        }
        for part in ["input: 2 articles came, went or changed its raw page", "of these, 4 by another input"] {
            #expect(comparison.text.contains(part), "\(part) is not in\n\(comparison.text)")
        }
    }

    @Test func moreArticles() throws {
        let comparison = try compared { $0.confidences += [nil, nil, nil] }
        #expect(comparison.text.contains("articles: 2 added, 0 removed, 0 changed"))
        #expect(comparison.text.contains("quotes: 3 added, 0 removed, 0 changed"))
    }

    @Test func noCause() throws {
        #expect(try compared { $0.title = "Another" }.text.contains("none found"))
    }

    @Test func dates() throws {
        let fixture = try PublishedFixture(quotes: 2)
        _ = try fixture.write("before/date=2026-03-09")
        _ = try fixture.write("after/date=2026-03-09")
        _ = try fixture.write("after/date=2026-03-10")
        let comparison = try Comparison(
            OutputFolder(fixture.folder.path.appending("before")), OutputFolder(fixture.folder.path.appending("after")))
        #expect(comparison.differs && comparison.text.contains("date=2026-03-10: only in"))
        #expect(comparison.text.contains("byte for byte"))
    }
}
