import SpaCy

/// Counts where two answers are the same, and shows the first differences.
struct Comparison {
    /// A thing said of a stretch of text.
    private struct Item: Hashable {
        var value: String
        var range: Range<Int>

        init(_ value: String, _ range: Range<Int>) {
            self.value = value
            self.range = range
        }

        /// It and the text around.
        func shown(in text: [UInt8]) -> String {
            let around = max(0, range.lowerBound - 40)..<min(text.count, range.upperBound + 40)
            return "\(String(decoding: text[range], as: UTF8.self)) in \(String(decoding: text[around], as: UTF8.self))"
        }
    }

    private struct Count {
        var same = 0
        var theirs = 0
        var ours = 0
    }

    private var counts: [String: Count] = [:]
    private var toShow: Int

    init(toShow: Int) { self.toShow = toShow }

    var summary: String {
        counts.sorted { $0.key < $1.key }.map { kind, count in
            "\(kind): \(count.same) the same of spaCy's \(count.theirs) and our \(count.ours)"
        }.joined(separator: "\n")
    }

    mutating func add(_ text: [UInt8], _ ours: Annotations, _ theirs: Answer) {
        let ranges = stride(from: 0, to: theirs.tokens.count, by: 2).map { theirs.tokens[$0]..<theirs.tokens[$0 + 1] }
        compare("tokens", text, ours.tokens.map { Item("", $0.start..<$0.end) }, ranges.map { Item("", $0) })
        compare(
            "entities", text, ours.entities.map { Item($0.label, $0.start..<$0.end) },
            theirs.entities.map { Item($0.label, $0.start..<$0.end) })
        let own = ours.tokens.map { $0.start..<$0.end }
        if let tags = theirs.tags {
            compare("tags", text, zip(ours.tags, own).map { Item($0, $1) }, zip(tags, ranges).map { Item($0, $1) })
        }
        if let heads = theirs.heads, let dependencies = theirs.dependencies {
            compare(
                "heads and labels", text, arcs(ours.heads, ours.dependencies, own), arcs(heads, dependencies, ranges))
            compare(
                "sentences", text, ours.sentenceStarts.map { Item("", own[$0]) },
                theirs.starts.map { Item("", ranges[$0]) })
        }
    }

    private func arcs(_ heads: [Int], _ labels: [String], _ ranges: [Range<Int>]) -> [Item] {
        zip(zip(heads, labels), ranges).map { arc, range in
            Item("\(arc.1) of \(ranges[arc.0].lowerBound)", range)
        }
    }

    private mutating func compare(_ kind: String, _ text: [UInt8], _ ours: [Item], _ theirs: [Item]) {
        let (own, other) = (Set(ours), Set(theirs))
        var count = counts[kind] ?? Count()
        count.same += own.intersection(other).count
        count.ours += own.count
        count.theirs += other.count
        counts[kind] = count
        for (side, items, set) in [("spaCy", theirs, own), ("ours", ours, other)] {
            for item in items where toShow > 0 && !set.contains(item) {
                toShow -= 1
                print("\(kind), \(side):", item.value, item.shown(in: text))
            }
        }
    }
}
