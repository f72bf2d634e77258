import Digest
import Files
import Records
import Staging
import SystemPackage

/// The first reading of all rows: takes what comparison needs and decides what becomes of each.
struct Census {
    enum Fate {
        /// Goes on, under this number.
        case article(Int)
        case skipped(String)
        case refused(Refusal)
    }

    var deduplicator = Deduplicator()
    /// Of each record, input by input.
    private(set) var fates: [[Fate]] = []
    private var bearers: [String: Bearer] = [:]
    private let skip: SkipList
    private let progress: Progress
    private var ordinal = 0

    /// The row that bears an id, and what puts it before others of the same id, whatever order they came in.
    private struct Bearer {
        var input: Int
        var record: Int
        /// Null where an earlier date has published it.
        var article: Int?
        var claim: [String]
    }

    init(skip: SkipList, progress: Progress) {
        self.skip = skip
        self.progress = progress
    }

    /// Reads one input; `name` is what the command line calls it.
    mutating func read(_ input: FilePath, named name: FilePath) throws {
        fates.append([])
        var reader = try RowReader(input)
        progress.hold(ordinal)
        while let record = try reader.next() {
            let fate: Fate
            if let refusal = skip.refusal(of: ordinal) {
                fate = .refused(refusal)
            } else {
                switch record.content {
                case .skipped(let reason): fate = .skipped(reason)
                case .refused(let refusal): fate = .refused(refusal)
                case .value(let row): fate = take(row, place: record.place, shard: name.name)
                }
            }
            fates[fates.count - 1].append(fate)
            ordinal += 1
            progress.hold(ordinal)
        }
    }

    private mutating func take(_ row: Row, place: String, shard: String) -> Fate {
        let article: ComparableArticle
        do throws(JSONError) {
            article = try row.decode()
            _ = try row.require("text", as: String.self)
        } catch {
            return .refused(Refusal("invalid_row", "\(error)"))
        }
        guard !article.id.isEmpty else { return .refused(Refusal("no_id", "the row has no id")) }
        let input = fates.count - 1
        let record = fates[input].count
        let claim = [place, article.version ?? "", SHA256.hex(row.bytes), shard]
        if let bearer = bearers[article.id] {
            guard claim.lexicographicallyPrecedes(bearer.claim, by: { $0.precedes($1) }) else {
                return .refused(Self.duplicate(article.id, of: bearer.claim))
            }
            if let number = bearer.article { deduplicator.remove(number) }
            fates[bearer.input][bearer.record] = .refused(Self.duplicate(article.id, of: claim))
        }
        // Only now: of two rows with one id, the same must bear it on every date.
        let number = deduplicator.isUnchanged(article) ? nil : deduplicator.add(article)
        bearers[article.id] = Bearer(input: input, record: record, article: number, claim: claim)
        return number.map { .article($0) } ?? .skipped("unchanged")
    }

    private static func duplicate(_ id: String, of claim: [String]) -> Refusal {
        Refusal("duplicate_id", "another row has the id \"\(id)\": \(claim[0])")
    }
}
