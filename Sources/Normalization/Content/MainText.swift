internal import Markup
internal import Records

/// The article's text: the segments that the model keeps, as blocks.
struct MainText {
    private(set) var text = ""
    private(set) var blocks: [Block] = []
    private(set) var captions: [String] = []
    private(set) var correction: String?

    /// Blocks are joined by an empty line.
    static let separator = "\n\n"

    private var bytes: [UInt8] = []
    private var scalars = 0
    private var paths: BlockPaths

    init(_ outline: PageOutline, keep: [Bool], titles: Set<UInt64>) {
        paths = BlockPaths(outline.tree)
        bytes.reserveCapacity(outline.segments.reduce(0) { $0 + $1.count })
        for index in outline.segments.indices {
            let segment = outline.segments[index]
            let kind = BlockKind(outline, segment)
            if kind == .caption {
                if keep[index] || captionsNear(index, keep) { take(caption: index, outline) }
                continue
            }
            guard keep[index] else { continue }
            if blocks.isEmpty, kind == .block(.heading), titles.contains(outline.texts[index].hash) { continue }
            if case .block(let kind) = kind { append(index, outline, kind) }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Captions belong to the article when they stand among its text.
    private func captionsNear(_ index: Int, _ keep: [Bool]) -> Bool {
        keep[max(0, index - 3)..<min(keep.count, index + 4)].contains(true)
    }

    private mutating func take(caption index: Int, _ outline: PageOutline) {
        let caption = outline.withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
        if !captions.contains(caption), captions.count < 200 { captions.append(caption) }
    }

    private mutating func append(_ index: Int, _ outline: PageOutline, _ kind: Block.Kind) {
        if !blocks.isEmpty {
            bytes.append(contentsOf: Self.separator.utf8)
            scalars += 2
        }
        let start = scalars
        outline.withBytes(of: index) { segment in
            bytes.append(contentsOf: segment)
            for byte in segment where byte & 0xc0 != 0x80 { scalars += 1 }
        }
        blocks.append(Block(kind, start: start, end: scalars, path: paths.path(of: outline.segments[index].node)))
    }
}

/// What a segment becomes.
enum BlockKind: Equatable {
    case block(Block.Kind)
    case caption

    init(_ outline: PageOutline, _ segment: Segment) {
        let tree = outline.tree
        let above = outline.segmenter.above[segment.node]
        let element = tree.nodes[segment.node].element
        let names = outline.segmenter.inherited[segment.node]
        switch element {
        case .figcaption, .caption: self = .caption
        case .h1, .h2, .h3, .h4, .h5, .h6: self = .block(.heading)
        case _ where above.contains(.figure) && above.isDisjoint(with: [.blockquote, .table, .preformatted, .list]):
            self = .caption
        case _ where above.contains(.blockquote):
            self = .block(names.contains(.embed) ? .embed : .blockquote)
        case .li, .dd, .dt: self = .block(.listItem)
        case _ where above.contains(.list) && Self.isFirst(in: .li, tree, segment): self = .block(.listItem)
        default: self = .block(.paragraph)
        }
    }

    /// Whether a segment begins a list item although it stands in a block inside it.
    private static func isFirst(in item: ElementName, _ tree: HTMLTree, _ segment: Segment) -> Bool {
        var node = segment.node
        for _ in 0..<4 {
            node = Int(tree.nodes[node].parent)
            if tree.nodes[node].element == item {
                return Int(tree.nodes[node].textStart) + 2 >= segment.start
            }
        }
        return false
    }
}
