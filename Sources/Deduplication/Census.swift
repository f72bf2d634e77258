import Digest
import Files
import Records
import Staging
import SystemPackage

/// The first reading of all rows: takes what comparison needs and decides what becomes of each.
///
/// Holds twelve bytes a row, and each refused row's reason.
struct Census: ~Copyable {
    enum Fate {
        /// Goes on, under the number that the deduplicator gave.
        case article(Int)
        case skipped(String)
        case refused(Refusal)
    }

    private var deduplicator: Deduplicator
    private let published: PublishedLater
    /// Of all rows, input after input: the key of the id, 0 where there is none, and the article.
    private var keys: [UInt64] = []
    private var articles: [UInt32] = []
    private var others: [Int: Fate] = [:]
    /// How many rows each input has.
    private var counts: [Int] = []
    private let skip: SkipList
    private let progress: Progress

    /// Stands for an article that needs no comparison.
    private static let unchanged = UInt32.max
    private static let later = UInt32.max - 1

    init(_ deduplicator: consuming Deduplicator, published: PublishedLater, skip: SkipList, progress: Progress) {
        self.deduplicator = deduplicator
        self.published = published
        self.skip = skip
        self.progress = progress
    }

    mutating func read(_ input: FilePath) throws {
        var reader = try RowReader(input)
        let first = keys.count
        progress.hold(keys.count)
        while let record = try reader.next() {
            let ordinal = keys.count
            keys.append(0)
            articles.append(0)
            if let refusal = skip.refusal(of: ordinal) {
                others[ordinal] = .refused(refusal)
            } else {
                switch record.content {
                case .skipped(let reason): others[ordinal] = .skipped(reason)
                case .refused(let refusal): others[ordinal] = .refused(refusal)
                case .value(let row): try take(row, ordinal)
                }
            }
            progress.hold(keys.count)
        }
        counts.append(keys.count - first)
    }

    private mutating func take(_ row: Row, _ ordinal: Int) throws {
        let article: ComparableArticle
        do throws(JSONError) {
            article = try row.decode()
            if article.text.isEmpty { _ = try row.require("text", as: String.self) }
        } catch {
            others[ordinal] = .refused(Refusal("invalid_row", "\(error)"))
            return
        }
        guard !article.id.isEmpty else {
            others[ordinal] = .refused(Refusal("no_id", "the row has no id"))
            return
        }
        let (key, version) = deduplicator.identify(article)
        keys[ordinal] = max(1, key)
        if deduplicator.isUnchanged(version, of: key) {
            articles[ordinal] = Self.unchanged
        } else if published.has(version, of: key, isKnown: deduplicator.isKnown(key)) {
            articles[ordinal] = Self.later
        } else {
            articles[ordinal] = UInt32(try deduplicator.add(article, key: key, version: version))
        }
    }

    /// Settles rows with one id, then compares all articles. `inputs` are those that were read.
    consuming func finish(_ inputs: [FilePath], named names: [FilePath], writing writer: SegmentWriter?) throws
        -> (fates: Fates, found: Deduplication)
    {
        let rivals = Self.rivals(keys)
        keys = []
        if !rivals.isEmpty { try settle(rivals, inputs, names) }
        let fates = Fates(articles: articles, others: others, counts: counts)
        return (fates, try deduplicator.finish(writing: writer))
    }

    /// Rows that have their id in common with another, by key.
    private static func rivals(_ keys: [UInt64]) -> [Int: UInt64] {
        let order = KeyOrder.ascending(keys.indices) { keys[$0] }
        var rivals: [Int: UInt64] = [:]
        for (one, other) in zip(order, order.dropFirst()) {
            let key = keys[Int(one)]
            guard key != 0, keys[Int(other)] == key else { continue }
            rivals[Int(one)] = key
            rivals[Int(other)] = key
        }
        return rivals
    }

    /// What puts a row before others of the same id, whatever order they came in.
    private struct Claim {
        var row: Int
        var id: String
        var place: String
        var parts: [String]

        func precedes(_ other: Claim) -> Bool {
            parts.lexicographicallyPrecedes(other.parts) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    /// Reads again, for what the rows with a rival say of themselves. The first of each id goes on.
    private mutating func settle(_ rivals: [Int: UInt64], _ inputs: [FilePath], _ names: [FilePath]) throws {
        var claims: [UInt64: [Claim]] = [:]
        var ordinal = 0
        for (input, name) in zip(inputs, names) {
            var reader = try RowReader(input)
            while let record = try reader.next() {
                if let key = rivals[ordinal], case .value(let row) = record.content {
                    let version = try? row.decode("version", as: String.self)
                    claims[key, default: []].append(
                        Claim(
                            row: ordinal, id: record.id ?? "", place: record.place,
                            parts: [record.place, version ?? "", SHA256.hex(row.bytes), name.name]))
                }
                ordinal += 1
            }
        }
        for claims in claims.values {
            guard var first = claims.first else { continue }
            for claim in claims.dropFirst() where claim.precedes(first) { first = claim }
            for claim in claims where claim.row != first.row {
                if articles[claim.row] < Self.later { deduplicator.remove(Int(articles[claim.row])) }
                others[claim.row] = .refused(
                    Refusal("duplicate_id", "another row has the id \"\(claim.id)\": \(first.place)"))
            }
        }
    }

    /// What became of each row.
    struct Fates {
        private let articles: [UInt32]
        private let others: [Int: Fate]
        private let starts: [Int]

        fileprivate init(articles: [UInt32], others: [Int: Fate], counts: [Int]) {
            self.articles = articles
            self.others = others
            starts = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
        }

        /// The ordinals of an input's rows.
        func rows(of input: Int) -> Range<Int> { starts[input]..<starts[input + 1] }

        subscript(row: Int) -> Fate {
            if let other = others[row] { return other }
            switch articles[row] {
            case Census.unchanged: return .skipped("unchanged")
            case Census.later: return .skipped("published_later")
            default: return .article(Int(articles[row]))
            }
        }
    }
}
