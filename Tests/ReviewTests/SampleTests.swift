import Review
import Staging
import Testing

@Suite struct SampleTests {
    private func sheet(
        _ published: Published, _ kind: SampleKind = .quotes, by stratifiers: [Stratifier] = [.outlet, .type],
        number: Int = 20, seed: Int = 1
    ) throws -> (csv: String, page: String) {
        let sheet = try Sampler(of: published.output, kind: kind, by: stratifiers, number: number, seed: seed).sheet()
        return (String(decoding: sheet.csv, as: UTF8.self), String(decoding: sheet.page, as: UTF8.self))
    }

    /// Ids and probabilities. No cell of the fixture holds a comma or a quotation mark in front of them.
    private func drawn(_ csv: String) -> [(id: String, probability: Double)] {
        csv.split(separator: "\r\n").dropFirst().compactMap { line in
            guard line.hasPrefix("\"a") else { return nil }
            let cells = line.split(separator: ",").map { $0.filter { $0 != "\"" } }
            return (cells[0], Double(cells[5]) ?? 0)
        }
    }

    @Test func everyUnitHasItsProbability() throws {
        let published = try PublishedFixture(quotes: 300).write()
        for stratifiers in [[], [Stratifier.outlet], [.outlet, .type], [.outlet, .type, .confidence]] {
            let rows = drawn(try sheet(published, by: stratifiers, number: 40).csv)
            #expect(rows.count == 40)
            #expect(Set(rows.map(\.id)).count == 40)
            // Horvitz and Thompson's estimate of the number of units is that number.
            #expect(abs(rows.reduce(0) { $0 + 1 / $1.probability } - 300) < 1e-6)
        }
    }

    /// Over many seeds a unit is drawn as often as its probability says.
    @Test func probabilitiesAreKept() throws {
        let published = try PublishedFixture(quotes: 30).write()
        var counts: [String: Int] = [:]
        var probabilities: [String: Double] = [:]
        for seed in 0..<300 {
            for (id, probability) in drawn(try sheet(published, by: [.type], number: 10, seed: seed).csv) {
                counts[id, default: 0] += 1
                probabilities[id] = probability
            }
        }
        #expect(counts.count == 30)
        for (id, count) in counts {
            let expected = 300 * (probabilities[id] ?? 0)
            #expect(abs(Double(count) - expected) < 45, "\(id): \(count), expected \(expected)")
        }
    }

    @Test func theSameSeedTheSameSheet() throws {
        let published = try PublishedFixture(quotes: 100).write()
        let (one, other) = try (sheet(published), sheet(published))
        #expect(one.csv == other.csv && one.page == other.page)
        #expect(try sheet(published, seed: 2).csv != one.csv)
    }

    /// With more strata than places the smallest are joined.
    @Test func moreStrataThanPlaces() throws {
        let published = try PublishedFixture(quotes: 60).write()
        let rows = drawn(try sheet(published, by: [.outlet, .type], number: 10).csv)
        #expect(rows.count == 10)
        #expect(abs(rows.reduce(0) { $0 + 1 / $1.probability } - 60) < 1e-6)
    }

    @Test func nothingTellsWhatTheSystemBelieves() throws {
        var fixture = try PublishedFixture(quotes: 60)
        fixture.confidences = (0..<60).map { Double($0 % 10) / 10 + 0.0625 }
        let (csv, page) = try sheet(fixture.write(), by: [.confidence])
        for text in [csv, page] {
            for trace in ["confidence", "0625", "explicit", "high", "middle"] { #expect(!text.contains(trace)) }
        }
    }

    @Test func allKinds() throws {
        let published = try PublishedFixture(quotes: 6).write()
        #expect(try sheet(published, .speakers).csv.contains("Mårten Holt (person)"))
        #expect(try sheet(published, .chains).csv.contains("Mårten Holt → The Ledger → Outlet"))
        let relation = try sheet(published, .relations).csv
        #expect(relation.contains("near: the second took from the first") && relation.contains("The council met."))
    }

    @Test func hostileTextRunsNothing() throws {
        var fixture = try PublishedFixture(quotes: 4)
        fixture.speaker = "=cmd|' /C calc'!A0</script><script>alert(1)</script>\"onclick=\"x"
        let (csv, page) = try sheet(fixture.write(), .speakers)
        #expect(csv.contains("\"'=cmd|") && !csv.contains("\"=cmd|"))
        #expect(page.split(separator: "<script").count == 2, "our own script alone")
        #expect(!page.contains("<script>alert") && !page.contains("\"onclick"))
        #expect(page.contains("script-src &#39;sha256-") && !page.contains("unsafe-inline"))
    }

    @Test func nothingToSample() throws {
        let published = try PublishedFixture(quotes: 0).write()
        #expect(throws: StageFailure.self) { try sheet(published) }
    }
}
