import Records
import Staging
import SystemPackage

/// The second reading of all rows: writes each with what was found about it.
struct Annotation {
    let fates: [[Census.Fate]]
    let found: Deduplication
    private let progress: Progress
    private var ordinal = 0

    private static let added: Set<String> = ["version", "cluster", "relations", "quotes"]

    init(fates: [[Census.Fate]], found: Deduplication, progress: Progress) {
        self.fates = fates
        self.found = found
        self.progress = progress
    }

    mutating func write(_ input: FilePath, number: Int, into writer: inout ShardWriter) throws {
        var reader = try RowReader(input)
        for fate in fates[number] {
            progress.hold(ordinal)
            ordinal += 1
            guard let record = try reader.next() else {
                throw StageFailure(.io, "\(input) changed while it was read")
            }
            switch fate {
            case .skipped(let reason): writer.skip(id: record.id, place: record.place, reason)
            case .refused(let refusal): try writer.refuse(id: record.id, place: record.place, refusal)
            case .article(let article):
                guard case .value(let row) = record.content, let finding = found[article] else {
                    throw StageFailure(.io, "\(input) changed while it was read")
                }
                try writer.record(id: record.id, place: record.place) { (json) throws(Refusal) in
                    try Self.write(row, finding, into: &json)
                    return .written
                }
            }
        }
    }

    private static func write(
        _ row: Row, _ finding: Deduplication.Finding, into json: inout JSONWriter
    ) throws(Refusal) {
        let article: ComparableArticle
        do throws(JSONError) { article = try row.decode() } catch {
            throw Refusal("invalid_row", "\(error)")
        }
        json.beginObject()
        row.writeFields(&json, except: added)
        json.key("version")
        json.write(article.version ?? ComparedArticle.version(of: article.text))
        json.key("cluster")
        finding.membership.write(json: &json)
        json.key("relations")
        finding.relations.write(json: &json)
        json.key("quotes")
        zip(article.quotes, finding.quotes).map { quote, place in
            var clustered = ClusteredQuote()
            clustered.quote = quote
            clustered.cluster = place.membership
            clustered.inCopiedPassage = place.inCopiedPassage
            return clustered
        }.write(json: &json)
        json.endObject()
    }
}
