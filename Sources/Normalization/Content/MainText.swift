internal import Markup
internal import Records
internal import Web

/// The article's text: the segments that are kept, as blocks, and what stands apart from them.
struct MainText {
    private(set) var body: BlockText
    private(set) var captions: [String] = []
    private(set) var correction: String?
    private var paths: BlockPaths
    /// The time of the live entry that is to begin.
    private var entryTime: String?

    init(_ outline: PageOutline, keep: [Bool], titles: Set<UInt64>, isLive: Bool) {
        paths = BlockPaths(outline.tree)
        body = BlockText(capacity: outline.segments.reduce(0) { $0 + $1.count })
        var lastCaption = -9
        for index in outline.segments.indices {
            // Nothing far from the text belongs to it.
            guard keep[index] || isLive || Self.isAmong(index, keep) || index - lastCaption <= 2 else { continue }
            let segment = outline.segments[index]
            switch BlockKind(outline, segment) {
            case .caption:
                // Galleries are rows of captions.
                if keep[index] || Self.isAmong(index, keep) || index - lastCaption <= 2 {
                    take(caption: index, outline)
                    lastCaption = index
                }
            case .correction:
                if keep[index] || Self.isAmong(index, keep) { take(correction: index, outline) }
            case .block(let kind):
                if isLive, let time = Self.time(outline, segment) {
                    entryTime = time
                    continue
                }
                guard keep[index] else { continue }
                if body.blocks.isEmpty, kind == .heading || kind == .paragraph,
                    titles.contains(outline.texts[index].hash)
                {
                    continue
                }
                let path = paths.path(of: segment.node)
                let isEntry = entryTime != nil
                outline.withBytes(of: index) { body.append(isEntry ? .entry : kind, $0, path: path, at: entryTime) }
                entryTime = nil
            }
        }
    }

    /// The time of a live entry: a segment that is nothing but a `time` element, in UTC where it says so, else as printed.
    private static func time(_ outline: PageOutline, _ segment: Segment) -> String? {
        let tree = outline.tree
        guard segment.count < 60, outline.segmenter.above[segment.firstText].contains(.time) else { return nil }
        let node = Int(tree.nodes[segment.firstText].parent)
        guard tree.nodes[node].element == .time, Int(tree.nodes[node].textEnd) >= segment.end - 1 else { return nil }
        let printed = String(decoding: tree.trimmedText(of: node), as: UTF8.self)
        return tree.string(.datetime, of: node).flatMap { PrintedDate.parse($0)?.utc } ?? printed
    }

    /// Captions belong to the article when they stand among its text.
    private static func isAmong(_ index: Int, _ keep: [Bool]) -> Bool {
        keep[max(0, index - 3)..<min(keep.count, index + 4)].contains(true)
    }

    private mutating func take(caption index: Int, _ outline: PageOutline) {
        let caption = outline.withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
        if captions.count < 200, !captions.contains(caption) { captions.append(caption) }
    }

    private mutating func take(correction index: Int, _ outline: PageOutline) {
        let note = outline.withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
        correction = correction.map { $0 + "\n" + note } ?? note
    }
}

/// What a segment becomes.
enum BlockKind: Equatable {
    case block(Block.Kind)
    case caption
    case correction

    init(_ outline: PageOutline, _ segment: Segment) {
        let tree = outline.tree
        let above = outline.segmenter.above[segment.node]
        let element = tree.nodes[segment.node].element
        let names = outline.segmenter.inherited[segment.node]
        if Self.isCorrection(outline, segment) {
            self = .correction
            return
        }
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

    /// Correction notes say so in their first word, or in the name of their element.
    private static func isCorrection(_ outline: PageOutline, _ segment: Segment) -> Bool {
        let parent = Int(outline.tree.nodes[segment.node].parent)
        let own = outline.segmenter.own[segment.node].union(outline.segmenter.own[parent])
        if own.contains(.correction), segment.count > 20 { return true }
        guard segment.count > 30, segment.count < 1500 else { return false }
        let start = outline.tree.text[segment.start..<min(segment.end, segment.start + 24)]
        var word = WordHash()
        for byte in start {
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "(") { return leads.contains(word.value) }
            if (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 { word.add(byte) }
        }
        return false
    }

    private static let leads = WordSet(
        [
            "correction", "corrections", "clarification", "correctionappended", "erratum", "korrektur", "berichtigung",
            "rectificatif", "correctif", "fedeerratas", "corrección", "rettelse", "rättelse", "rectificatie",
        ].map { WordHash.of($0.utf8) })

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
