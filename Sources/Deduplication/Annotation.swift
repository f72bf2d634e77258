import Records
import Staging
import SystemPackage

/// The second reading of all rows: writes each with what was found about it.
struct Annotation {
    let fates: Census.Fates
    let found: Deduplication
    private let progress: Progress

    private static let added: Set<String> = ["version", "cluster", "relations", "earlier", "quotes"]

    init(fates: Census.Fates, found: Deduplication, progress: Progress) {
        self.fates = fates
        self.found = found
        self.progress = progress
    }

    func write(_ input: FilePath, number: Int, into writer: inout ShardWriter) throws {
        var reader = try RowReader(input)
        for ordinal in fates.rows(of: number) {
            progress.hold(ordinal)
            guard let record = try reader.next() else { throw Self.changed(input) }
            switch fates[ordinal] {
            case .skipped(let reason): try writer.skip(id: record.id, place: record.place, reason)
            case .refused(let refusal): try writer.refuse(id: record.id, place: record.place, refusal)
            case .article(let article):
                guard case .value(let row) = record.content, let finding = try found.finding(article) else {
                    throw Self.changed(input)
                }
                try writer.record(id: record.id, place: record.place) { (json) throws(Refusal) in
                    do throws(JSONError) { try Self.write(row, finding, into: &json) } catch {
                        throw Refusal("invalid_row", "\(error)")
                    }
                    return .written
                }
            }
        }
    }

    private static func changed(_ input: FilePath) -> StageFailure {
        StageFailure(.io, "\(input) changed while it was read")
    }

    private static func write(
        _ row: Row, _ finding: Deduplication.Finding, into json: inout JSONWriter
    ) throws(JSONError) {
        let quotes = finding.quotes.isEmpty ? [] : try row.decode("quotes", as: [Quote].self) ?? []
        json.beginObject()
        row.writeFields(&json, except: added)
        json.key("version")
        if let version = try row.decode("version", as: String.self) {
            json.write(version)
        } else {
            var article = ComparableArticle()
            article.text = try row.require("text", as: String.self)
            var keys = KeyMaker()
            json.write(keys.version(of: article))
        }
        json.key("cluster")
        finding.membership.write(json: &json)
        json.key("relations")
        finding.relations.write(json: &json)
        json.key("earlier")
        finding.earlier.write(json: &json)
        json.key("quotes")
        zip(quotes, finding.quotes).map { quote, place in
            var clustered = ClusteredQuote()
            clustered.quote = quote
            clustered.cluster = place.membership
            clustered.inCopiedPassage = place.inCopiedPassage
            return clustered
        }.write(json: &json)
        json.endObject()
    }
}
