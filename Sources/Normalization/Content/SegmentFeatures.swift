internal import Markup

/// What is known of each segment before it is judged, as rows of numbers for the model.
///
/// The order of the columns is part of the model: a change here asks for new weights.
struct SegmentFeatures {
    private(set) var rows: [Float] = []
    private(set) var width = 0

    private let outline: PageOutline
    private let context: PageContext
    private let firstHeading: Int?

    init(_ outline: PageOutline, _ context: PageContext) {
        self.outline = outline
        self.context = context
        firstHeading = outline.segments.indices.first { index in
            outline.tree.nodes[outline.segments[index].node].element == .h1
                || context.titles.contains(outline.texts[index].hash) && outline.segments[index].count > 12
        }
        var occurrences: [UInt64: Int] = [:]
        for text in outline.texts { occurrences[text.hash, default: 0] += 1 }
        let prose = Prose(outline)
        let page = pageColumns()
        rows.reserveCapacity(outline.segments.count * 150)
        for index in outline.segments.indices {
            appendText(index, occurrences[outline.texts[index].hash] ?? 1)
            appendPlace(index)
            appendContainers(index)
            appendNeighbours(index, prose)
            appendNames(index)
            rows.append(contentsOf: page)
            if width == 0 { width = rows.count }
        }
    }

    private mutating func appendText(_ index: Int, _ occurrences: Int) {
        let segment = outline.segments[index]
        let text = outline.texts[index]
        rows.append(Float(min(segment.count, 2000)))
        rows.append(Float(min(text.words, 400)))
        rows.append(segment.linkDensity)
        rows.append(Float(min(segment.links, 20)))
        rows.append(Float(segment.boldBytes) / Float(max(1, segment.count)))
        rows.append(Float(text.ending.rawValue))
        rows.append(Float(text.beginning.rawValue))
        rows.append(Float(text.commas) / Float(text.words))
        rows.append(Float(text.digits) / Float(max(1, segment.count)))
        rows.append(Float(text.capitals) / Float(text.words))
        rows.append(Float(segment.count) / Float(text.words))
        rows.append(Float(min(text.sentences, 20)))
        rows.append(Float(min(occurrences, 10)))
        rows.append(context.titles.contains(text.hash) ? 1 : 0)
        rows.append(context.description == text.hash ? 1 : 0)
        rows.append(context.witness(outline, index))
        let phrases = outline.withBytes(of: index) { Phrases.of($0, limit: 40) }
        for bit in 0..<Phrases.count { rows.append(Float(phrases.rawValue >> UInt32(bit) & 1)) }
    }

    private mutating func appendPlace(_ index: Int) {
        let segment = outline.segments[index]
        let tree = outline.tree
        rows.append(Float(tree.nodes[segment.node].element.order))
        rows.append(Float(tree.nodes[segment.node].depth))
        rows.append(Float(segment.start) / Float(max(1, tree.text.count)))
        rows.append(outline.mass(before: index) / max(1, outline.totalMass))
        rows.append(firstHeading.map { Float(max(-20, min(60, index - $0))) } ?? -30)
        for core in outline.cores {
            rows.append(
                outline.isInside(segment.node, core)
                    ? Float(tree.nodes[segment.node].depth - tree.nodes[core].depth) : -1)
        }
        rows.append(segment.followsBreak ? 1 : 0)
    }

    /// The elements above: how much prose and how many links each holds.
    private mutating func appendContainers(_ index: Int) {
        let tree = outline.tree
        var node = outline.segments[index].node
        rows.append(Float(siblings(of: node)))
        for _ in 0..<5 {
            node = Int(tree.nodes[node].parent)
            let count = outline.range(of: node).count
            rows.append(outline.mass(of: node) / max(1, outline.totalMass))
            rows.append(outline.linkDensity(of: node))
            rows.append(Float(min(200, count)))
            rows.append(Float(outline.bytes(of: node)) / Float(max(1, count)))
        }
    }

    /// The number of like elements beside one, counted up to a limit.
    private func siblings(of node: Int) -> Int {
        let tree = outline.tree
        let parent = Int(tree.nodes[node].parent)
        var sibling = parent + 1
        var count = 0
        var seen = 0
        while sibling < Int(tree.nodes[parent].end), seen < 40 {
            if tree.nodes[sibling].element == tree.nodes[node].element { count += 1 }
            sibling = Int(tree.nodes[sibling].end)
            seen += 1
        }
        return count
    }

    private mutating func appendNeighbours(_ index: Int, _ prose: Prose) {
        let segments = outline.segments
        let tree = outline.tree
        for distance in [-3, -2, -1, 1, 2, 3] {
            let other = index + distance
            guard segments.indices.contains(other) else {
                rows.append(contentsOf: [-1, -1, -1, -1])
                continue
            }
            rows.append(Float(min(segments[other].count, 1000)))
            rows.append(segments[other].linkDensity)
            rows.append(Float(tree.nodes[segments[other].node].element.order))
            rows.append(tree.nodes[segments[other].node].parent == tree.nodes[segments[index].node].parent ? 1 : 0)
        }
        rows.append(Float(min(50, prose.distanceBack[index])))
        rows.append(Float(min(50, prose.distanceAhead[index])))
    }

    private mutating func appendNames(_ index: Int) {
        let node = outline.segments[index].node
        let parent = Int(outline.tree.nodes[node].parent)
        let grandparent = Int(outline.tree.nodes[parent].parent)
        let segmenter = outline.segmenter
        let near = segmenter.own[node].union(segmenter.own[parent]).union(segmenter.own[grandparent]).rawValue
        let far = segmenter.inherited[node].rawValue
        for bit in 0..<32 {
            rows.append(Float(near >> UInt32(bit) & 1) + Float(far >> UInt32(bit) & 1))
        }
        let above = segmenter.above[node].rawValue | segmenter.above[outline.segments[index].firstText].rawValue
        for bit in 0..<28 { rows.append(Float(above >> UInt32(bit) & 1)) }
    }

    private func pageColumns() -> [Float] {
        let tree = outline.tree
        var articles = 0
        for node in tree.nodes where node.element == .article { articles += 1 }
        return [
            outline.totalMass, Float(min(500, outline.segments.count)), Float(min(20, articles)),
            outline.linkDensity(of: outline.cores[1]), outline.linkDensity(of: 0),
        ]
    }
}

/// For each segment, how far the nearest sentence-like segments lie.
private struct Prose {
    var distanceBack: [Int]
    var distanceAhead: [Int]

    init(_ outline: PageOutline) {
        let count = outline.segments.count
        distanceBack = [Int](repeating: 99, count: count)
        distanceAhead = [Int](repeating: 99, count: count)
        var distance = 99
        for index in 0..<count {
            distanceBack[index] = distance
            distance = Self.isProse(outline, index) ? 1 : distance + 1
        }
        distance = 99
        for index in (0..<count).reversed() {
            distanceAhead[index] = distance
            distance = Self.isProse(outline, index) ? 1 : distance + 1
        }
    }

    private static func isProse(_ outline: PageOutline, _ index: Int) -> Bool {
        outline.segments[index].count >= 120 && outline.segments[index].linkDensity < 0.3
    }
}

extension ElementName {
    /// A rank for the model: from what is most often prose to what is least often.
    fileprivate var order: UInt8 {
        switch self {
        case .p: 0
        case .blockquote: 1
        case .pre: 2
        case .div: 3
        case .section, .article, .main: 4
        case .li: 5
        case .dd, .dt: 6
        case .td, .th, .tr, .table, .caption: 7
        case .h1: 8
        case .h2: 9
        case .h3: 10
        case .h4, .h5, .h6: 11
        case .figcaption, .figure: 12
        case .summary, .details: 13
        case .address, .legend: 14
        case .body: 15
        default: 16
        }
    }
}
