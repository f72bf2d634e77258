internal import Markup

/// Writes rows of features, the columns in the order of the model.
struct SegmentFeatureWriter {
    private(set) var count = 0

    private let buffer: UnsafeMutableBufferPointer<Float>
    private let outline: PageOutline
    private let context: PageContext
    private let firstHeading: Int?
    private let prose: ProseDistances
    private let page: [Float]
    private var occurrences: [UInt64: Int] = [:]
    /// Segments of one parent share what is said of the elements above.
    private var containers: (parent: Int, columns: [Float]) = (-1, [])
    private var siblings: (parent: Int, element: ElementName, count: Float) = (-1, .text, 0)

    /// - Parameter buffer: room for all rows.
    init(_ outline: PageOutline, _ context: PageContext, into buffer: UnsafeMutableBufferPointer<Float>) {
        self.buffer = buffer
        self.outline = outline
        self.context = context
        firstHeading = outline.segments.indices.first { index in
            outline.tree.nodes[outline.segments[index].node].element == .h1
                || context.titles.contains(outline.texts[index].hash) && outline.segments[index].count > 12
        }
        for text in outline.texts { occurrences[text.hash, default: 0] += 1 }
        prose = ProseDistances(outline)
        page = Self.pageColumns(outline)
    }

    mutating func write(_ index: Int) {
        writeText(index)
        writePlace(index)
        writeContainers(index)
        writeNeighbours(index)
        writeNames(index)
        page.forEach { append($0) }
    }

    @inline(__always)
    private mutating func append(_ value: Float) {
        buffer[count] = value
        count += 1
    }

    private mutating func append(bits: UInt32, _ width: Int) {
        for bit in 0..<width { append(Float(bits >> UInt32(bit) & 1)) }
    }

    private mutating func writeText(_ index: Int) {
        let segment = outline.segments[index]
        let text = outline.texts[index]
        append(Float(min(segment.count, 2000)))
        append(Float(min(text.words, 400)))
        append(segment.linkDensity)
        append(Float(min(segment.links, 20)))
        append(Float(segment.boldBytes) / Float(max(1, segment.count)))
        append(Float(text.ending.rawValue))
        append(Float(text.beginning.rawValue))
        append(Float(text.commas) / Float(text.words))
        append(Float(text.digits) / Float(max(1, segment.count)))
        append(Float(text.capitals) / Float(text.words))
        append(Float(segment.count) / Float(text.words))
        append(Float(min(text.sentences, 20)))
        append(Float(min(occurrences[text.hash] ?? 1, 10)))
        append(context.titles.contains(text.hash) ? 1 : 0)
        append(context.description == text.hash ? 1 : 0)
        append(context.witness(outline, index))
        append(bits: outline.withBytes(of: index) { Phrases.of($0, limit: 40) }.rawValue, Phrases.count)
    }

    private mutating func writePlace(_ index: Int) {
        let segment = outline.segments[index]
        let node = outline.tree.nodes[segment.node]
        append(Float(node.element.order))
        append(Float(node.depth))
        append(outline.place(of: index))
        append(outline.mass(before: index) / max(1, outline.totalMass))
        append(firstHeading.map { Float(max(-20, min(60, index - $0))) } ?? -30)
        for core in outline.cores {
            let isInside = outline.isInside(segment.node, core)
            append(isInside ? Float(node.depth - outline.tree.nodes[core].depth) : -1)
        }
        append(segment.followsBreak ? 1 : 0)
    }

    /// The elements above: how much prose and how many links each holds.
    private mutating func writeContainers(_ index: Int) {
        let node = outline.tree.nodes[outline.segments[index].node]
        let parent = Int(node.parent)
        if siblings.parent != parent || siblings.element != node.element {
            siblings = (parent, node.element, Float(like(node.element, in: parent)))
        }
        append(siblings.count)
        if containers.parent != parent { containers = (parent, columns(from: parent)) }
        for value in containers.columns { append(value) }
    }

    private func columns(from parent: Int) -> [Float] {
        var columns: [Float] = []
        columns.reserveCapacity(20)
        var node = parent
        for _ in 0..<5 {
            let count = outline.range(of: node).count
            columns.append(outline.mass(of: node) / max(1, outline.totalMass))
            columns.append(outline.linkDensity(of: node))
            columns.append(Float(min(200, count)))
            columns.append(Float(outline.bytes(of: node)) / Float(max(1, count)))
            node = Int(outline.tree.nodes[node].parent)
        }
        return columns
    }

    /// The number of like elements in an element, counted up to a limit.
    private func like(_ element: ElementName, in parent: Int) -> Int {
        let tree = outline.tree
        var sibling = parent + 1
        var count = 0
        var seen = 0
        while sibling < Int(tree.nodes[parent].end), seen < 40 {
            if tree.nodes[sibling].element == element { count += 1 }
            sibling = Int(tree.nodes[sibling].end)
            seen += 1
        }
        return count
    }

    private mutating func writeNeighbours(_ index: Int) {
        let segments = outline.segments
        let tree = outline.tree
        let parent = tree.nodes[segments[index].node].parent
        for distance in [-3, -2, -1, 1, 2, 3] {
            let other = index + distance
            guard segments.indices.contains(other) else {
                for _ in 0..<4 { append(-1) }
                continue
            }
            let node = tree.nodes[segments[other].node]
            append(Float(min(segments[other].count, 1000)))
            append(segments[other].linkDensity)
            append(Float(node.element.order))
            append(node.parent == parent ? 1 : 0)
        }
        append(Float(min(50, prose.back[index])))
        append(Float(min(50, prose.ahead[index])))
    }

    private mutating func writeNames(_ index: Int) {
        let node = outline.segments[index].node
        let parent = Int(outline.tree.nodes[node].parent)
        let grandparent = Int(outline.tree.nodes[parent].parent)
        let segmenter = outline.segmenter
        let near = segmenter.own[node].union(segmenter.own[parent]).union(segmenter.own[grandparent]).rawValue
        let far = segmenter.inherited[node].rawValue
        for bit in 0..<32 { append(Float(near >> UInt32(bit) & 1) + Float(far >> UInt32(bit) & 1)) }
        let above = segmenter.above[node].rawValue | segmenter.above[outline.segments[index].firstText].rawValue
        append(bits: above, 28)
    }

    private static func pageColumns(_ outline: PageOutline) -> [Float] {
        var articles = 0
        for node in outline.tree.nodes where node.element == .article { articles += 1 }
        return [
            outline.totalMass, Float(min(500, outline.segments.count)), Float(min(20, articles)),
            outline.linkDensity(of: outline.cores[1]), outline.linkDensity(of: 0),
        ]
    }
}

extension ElementName {
    /// A rank for the model: from what is most often prose to what is least often.
    var order: UInt8 {
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
