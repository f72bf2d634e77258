import Hypertext
import Records
import Staging
import SystemPackage

/// Whose words went to whom.
///
/// Memory grows with the pairs of outlets, not with the articles.
struct CopySection {
    private var counts: [Pair: Counts] = [:]
    private var withinOneOutlet = 0

    private static let shown = 24

    private struct Pair: Hashable, Comparable {
        var from: String
        var to: String
        /// Whether the words are known to have gone from the one to the other.
        var isDirected: Bool

        static func < (one: Pair, other: Pair) -> Bool {
            (one.from, one.to, one.isDirected ? 0 : 1) < (other.from, other.to, other.isDirected ? 0 : 1)
        }
    }

    private struct Counts {
        var copies = 0
        var passages = 0
    }

    /// The far end of a relation, as it is sorted.
    private struct Tie: JSONRecord {
        var relation = ReportRelation()
        var outlet = ""

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try relation.visit(&visitor)
            try visitor.field("outlet", &outlet)
        }
    }

    /// Relations name articles; two passes over the articles, in the order of their ids, tell the outlets.
    ///
    /// - Parameter folder: where rows are spilled that do not fit into memory.
    mutating func read(_ partition: FilePath, spillingInto folder: FilePath) throws {
        let spool = SortedSpool(in: folder, named: "report_copies")
        var relations = try TableRows<ReportRelation>("relations", in: partition)
        var sources = try OutletsByArticle(partition)
        while let relation = try relations.next() {
            // Successive versions of one story are no copies.
            guard relation.kind != Relation.Kind.update.rawValue else { continue }
            var tie = Tie()
            tie.relation = relation
            tie.outlet = try sources.outlet(of: relation.fromID) ?? ""
            var writer = JSONWriter()
            tie.write(json: &writer)
            try spool.add(SortKey().then(relation.toID), writer.bytes)
        }
        var targets = try OutletsByArticle(partition)
        try spool.drain { _, bytes in
            let tie: Tie = try Row(Array(bytes)).decode()
            add(tie, to: try targets.outlet(of: tie.relation.toID) ?? "")
        }
    }

    private mutating func add(_ tie: Tie, to outlet: String) {
        if tie.outlet == outlet, !outlet.isEmpty { return withinOneOutlet += 1 }
        let isDirected = tie.relation.direction == Relation.Direction.forward.rawValue
        let ends = isDirected || tie.outlet <= outlet ? (tie.outlet, outlet) : (outlet, tie.outlet)
        let pair = Pair(from: ends.0, to: ends.1, isDirected: isDirected)
        if tie.relation.kind == Relation.Kind.contains.rawValue {
            counts[pair, default: Counts()].passages += 1
        } else {
            counts[pair, default: Counts()].copies += 1
        }
    }

    func write(_ page: inout HTMLWriter, names: OutletNames) {
        guard !counts.isEmpty else {
            page.element("p", text: "No text was found in two outlets.")
            return writeRest(&page)
        }
        let top = counts.mapValues { $0.copies + $0.passages }.top(Self.shown)
        func name(_ outlet: String) -> String { names[outlet.isEmpty ? nil : outlet] }
        let left = Self.byWeight(top.map { ($0.key.from, $0.value) })
        let right = Self.besides(top.map { ($0.key.to, $0.key.from) }, left)
        let ties = top.compactMap { pair, count -> FlowPlot.Tie? in
            guard let from = left.firstIndex(of: pair.from), let to = right.firstIndex(of: pair.to) else { return nil }
            let arrow = pair.isDirected ? "→" : "and"
            return FlowPlot.Tie(
                from: from, to: to, count: count, isDirected: pair.isDirected,
                title: "\(name(pair.from)) \(arrow) \(name(pair.to)): \(counted(count, "pair"))")
        }
        let table = DataTable(
            caption: "Pairs of articles by pair of outlets",
            columns: [.text("From"), .text("To"), .text("Direction"), .number("Copies"), .number("Passages")],
            rows: top.map { pair, _ in
                let count = counts[pair] ?? Counts()
                return [
                    name(pair.from), name(pair.to), pair.isDirected ? "known" : "not known", grouped(count.copies),
                    grouped(count.passages),
                ]
            },
            rest: counts.count > top.count ? "The first of \(counted(counts.count, "pair")) of outlets." : nil)
        Figure(
            caption: """
                Pairs of articles that share most of their words, or a passage. An arrow says whose words came first; a \
                dashed line, that the order is not known or that both took from a third.
                """,
            table: table
        ).write(&page) {
            FlowPlot(
                summary: "Copied text between \(counted(Set(left + right).count, "outlet")).",
                heads: ("had it", "has it too"), left: left.map(name), right: right.map(name), ties: ties
            ).write(&$0)
        }
        writeRest(&page)
    }

    private func writeRest(_ page: inout HTMLWriter) {
        guard withinOneOutlet > 0 else { return }
        let pairs = counted(withinOneOutlet, "pair") + (withinOneOutlet == 1 ? " lies" : " lie")
        page.element("p", ["class": "note"], text: "\(pairs) within one outlet and not drawn.")
    }

    /// Each once, the heaviest first.
    private static func byWeight(_ ends: [(String, Int)]) -> [String] {
        Dictionary(ends, uniquingKeysWith: +).top(ends.count).map(\.key)
    }

    /// Each once, near what it is tied to, so that few ties cross.
    private static func besides(_ ends: [(end: String, other: String)], _ others: [String]) -> [String] {
        var places: [String: [Int]] = [:]
        for (end, other) in ends { places[end, default: []].append(others.firstIndex(of: other) ?? 0) }
        let middles = places.mapValues { $0.reduce(0, +) * 1000 / $0.count }
        return middles.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    }
}

/// The outlets of articles that are asked for in ascending order of ids, in one pass over their table.
private struct OutletsByArticle: ~Copyable {
    private struct Head: JSONRecord {
        var id = ""
        var outletID: String?
        var outletName: String?

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("id", &id)
            try visitor.field("outlet_id", &outletID)
            try visitor.field("outlet_name", &outletName)
        }
    }

    private var articles: TableRows<Head>
    private var current: Head?

    init(_ partition: FilePath) throws {
        var articles = try TableRows<Head>("articles", in: partition)
        current = try articles.next()
        self.articles = articles
    }

    /// Null also for an article of another partition.
    mutating func outlet(of id: String) throws -> String? {
        while let head = current, head.id.utf8.lexicographicallyPrecedes(id.utf8) { current = try articles.next() }
        guard let current, current.id == id else { return nil }
        return current.outletID ?? current.outletName
    }
}
