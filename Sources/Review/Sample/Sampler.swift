import Hypertext
import Records
import Staging

/// `pipeline sample`: draws rows of an output for a person to judge.
public struct Sampler {
    let output: OutputFolder
    let kind: SampleKind
    let stratifiers: [Stratifier]
    let number: Int
    let seed: Int

    public init(of output: OutputFolder, kind: SampleKind, by stratifiers: [Stratifier], number: Int, seed: Int) {
        self.output = output
        self.kind = kind
        self.stratifiers = stratifiers
        self.number = number
        self.seed = seed
    }

    /// The sheet, as CSV and as a page to click through.
    ///
    /// - Throws: `StageFailure` where there is nothing to draw from.
    public func sheet() throws -> (csv: [UInt8], page: [UInt8], rows: Int) {
        let rows = kind == .relations ? try relations() : try quotes()
        guard !rows.isEmpty else { throw StageFailure(.usage, "\(output.path) has no \(kind.rawValue) to sample") }
        let csv = CSV.line(SampleRow.columns) + rows.map { CSV.line($0.cells) }.joined()
        return (Array(csv.utf8), SamplePage(kind: kind, rows: rows).bytes(), rows.count)
    }

    private func quotes() throws -> [SampleRow] {
        let drawn = try draw(PublishedQuote.self)
        let wanted = Set(drawn.map(\.unit.articleID))
        var texts: [String: PublishedText] = [:]
        try output.each("texts") { (text: PublishedText, _) in
            if wanted.contains(text.id) { texts[text.id + text.version] = text }
        }
        return drawn.map { unit, row in
            let context = Context(of: unit, in: texts[unit.articleID + unit.version])
            var row = row
            row.before = context.before
            row.text = context.text
            row.after = context.after
            switch kind {
            case .speakers: row.claim = Look.speaker(of: unit)
            case .chains: row.claim = unit.path
            default: row.claim = ""
            }
            return row
        }
    }

    private func relations() throws -> [SampleRow] {
        let drawn = try draw(PublishedRelation.self)
        let wanted = Set(drawn.flatMap { [$0.unit.fromID, $0.unit.toID] })
        var articles: [String: PublishedArticle] = [:]
        var texts: [String: String] = [:]
        let versions = try LatestRows<ArticleHead>(of: output)
        try output.each("articles") { (row: PublishedArticle, partition) in
            if wanted.contains(row.id), versions.hold([row.id], version: row.version, in: partition) {
                articles[row.id] = row
            }
        }
        try output.each("texts") { (row: PublishedText, _) in
            if articles[row.id]?.version == row.version { texts[row.id] = shortened(row.text ?? "", to: 2000) }
        }
        func described(_ id: String) -> String {
            guard let article = articles[id] else { return "\(id): in an output that is not here" }
            return "\(article.title ?? "untitled") (\(article.outlet), \(article.time))\n\(texts[id] ?? "")"
        }
        return drawn.map { unit, row in
            var row = row
            row.claim =
                switch unit.direction {
                case Relation.Direction.forward.rawValue: "\(unit.kind): the second took from the first"
                case Relation.Direction.sibling.rawValue: "\(unit.kind): both took from a third"
                default: "\(unit.kind): direction not known"
                }
            row.before = described(unit.fromID)
            row.after = described(unit.toID)
            return row
        }
    }

    /// Two passes over the table: one counts the strata, one draws. Rows come in the order of their lots, which shows
    /// nothing of the strata.
    private func draw<Unit: SampleUnit>(_ type: Unit.Type) throws -> [(unit: Unit, row: SampleRow)] {
        var sizes: [String: Int] = [:]
        try output.each(of: kind) { (unit: Unit) in sizes[unit.stratum(kind, by: stratifiers), default: 0] += 1 }
        var draw = Draw(of: number, from: sizes)
        try output.each(of: kind) { (unit: Unit) in
            draw.offer(unit.unitID, lot: unit.lot(seed: seed), stratum: unit.stratum(kind, by: stratifiers))
        }
        let sample = draw.sample
        var rows: [String: (unit: Unit, row: SampleRow)] = [:]
        try output.each(of: kind) { (unit: Unit) in
            guard let (probability, stratum) = sample[unit.unitID] else { return }
            var row = SampleRow()
            row.id = unit.unitID
            row.kind = kind.rawValue
            row.outlet = unit.unitOutlet
            row.type = unit.unitType
            row.stratum = stratum
            row.probability = probability
            rows[unit.unitID] = (unit, row)
        }
        return rows.values.sorted { $0.unit.lot(seed: seed) < $1.unit.lot(seed: seed) }
    }
}

/// A quote with what stands around it.
private struct Context {
    var before = ""
    var text = ""
    var after = ""

    /// Scalars shown on each side.
    private static let reach = 500

    init(of quote: PublishedQuote, in published: PublishedText?) {
        guard let words = published?.text else {
            text = quote.text ?? ""
            return
        }
        let marked = MarkedText(words)
        let (first, last) = (max(0, quote.start - Self.reach), min(marked.count, quote.end + Self.reach))
        before = marked[TextSpan(first, quote.start)]
        text = marked[TextSpan(quote.start, quote.end)]
        after = marked[TextSpan(quote.end, last)]
        // Whole words only, where the text goes on.
        if first > 0, let space = before.firstIndex(where: \.isWhitespace) { before = "…" + before[space...] }
        if last < marked.count, let space = after.lastIndex(where: \.isWhitespace) { after = after[...space] + "…" }
    }
}
