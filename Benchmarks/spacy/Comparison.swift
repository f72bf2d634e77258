import SpaCy

/// Counts where two answers are the same, and shows the first differences.
struct Comparison {
    private struct Count {
        var same = 0
        var theirs = 0
        var ours = 0

        var summary: String { "\(same) the same of spaCy's \(theirs) and our \(ours)" }
    }

    private var tokens = Count()
    private var entities = Count()
    private var toShow: Int

    init(toShow: Int) { self.toShow = toShow }

    var summary: String { "tokens: \(tokens.summary); entities: \(entities.summary)" }

    mutating func add(_ text: [UInt8], _ ours: (tokens: [Token], entities: [NamedSpan]), _ theirs: Answer) {
        let ranges = stride(from: 0, to: theirs.tokens.count, by: 2).map { theirs.tokens[$0]..<theirs.tokens[$0 + 1] }
        compare(\.tokens, ours.tokens.map { $0.start..<$0.end }, ranges) { show($0, "token", $1, text) }
        let found = ours.entities.map { Answer.Entity(label: $0.label, start: $0.start, end: $0.end) }
        compare(\.entities, found, theirs.entities) { show($0, $1.label, $1.start..<$1.end, text) }
    }

    private mutating func compare<Item: Hashable>(
        _ count: WritableKeyPath<Self, Count>, _ ours: [Item], _ theirs: [Item], _ show: (String, Item) -> Void
    ) {
        let (own, other) = (Set(ours), Set(theirs))
        self[keyPath: count].same += own.intersection(other).count
        self[keyPath: count].ours += own.count
        self[keyPath: count].theirs += other.count
        let missing = theirs.filter { !own.contains($0) }.map { ("missing", $0) }
        let extra = ours.filter { !other.contains($0) }.map { ("extra", $0) }
        let shown = (missing + extra).prefix(toShow)
        toShow -= shown.count
        for (kind, item) in shown { show(kind, item) }
    }
}

private func show(_ kind: String, _ name: String, _ range: Range<Int>, _ text: [UInt8]) {
    let around = max(0, range.lowerBound - 40)..<min(text.count, range.upperBound + 40)
    print(kind, name, String(decoding: text[range], as: UTF8.self), "in", String(decoding: text[around], as: UTF8.self))
}
