internal import Markup

/// Cuts a page into segments in one pass over its nodes, and gathers on the way what the elements above each node say.
struct Segmenter {
    private(set) var segments: [Segment] = []
    /// For each node, the nearest block element at or above it.
    private(set) var blocks: [Int32]
    /// For each element, the evidence of its own names, and of all elements from it up to the body.
    private(set) var own: [Evidence]
    private(set) var inherited: [Evidence]
    /// For each node, which kinds of element stand above it.
    private(set) var above: [Ancestry]

    private let tree: HTMLTree
    private var current: Segment?
    private var breaks = 0
    private var afterBreak = false
    private var lastText = 0

    init(_ tree: HTMLTree) {
        self.tree = tree
        let count = tree.nodes.count
        blocks = [Int32](repeating: 0, count: count)
        own = [Evidence](repeating: [], count: count)
        inherited = [Evidence](repeating: [], count: count)
        above = [Ancestry](repeating: [], count: count)
        segments.reserveCapacity(count / 4)
        walk()
    }

    private mutating func walk() {
        let total = max(1, tree.text.count)
        for index in 1..<max(1, tree.nodes.count) {
            let node = tree.nodes[index]
            let parent = Int(node.parent)
            if node.element == .text {
                blocks[index] = blocks[parent]
                own[index] = []
                inherited[index] = inherited[parent]
                above[index] = above[parent]
                append(text: index, node)
                continue
            }
            above[index] = above[parent].union(Ancestry(node.element))
            read(index, node, share: Float(node.textEnd - node.textStart) / Float(total))
            if above[index].contains(.head) {
                blocks[index] = Int32(index)
                continue
            }
            if isBorder(index, node) {
                flush()
                blocks[index] = Int32(index)
            } else {
                blocks[index] = blocks[parent]
                if node.element == .br { takeBreak() }
            }
        }
        flush()
    }

    /// Reads the names of an element. Evidence of furniture on what holds half of the page's text is no evidence.
    private mutating func read(_ index: Int, _ node: HTMLTree.Node, share: Float) {
        let parent = Int(node.parent)
        guard node.element != .html, node.element != .body else { return }
        var evidence = Evidence()
        let start = Int(node.attributeStart)
        for attribute in tree.attributes[start..<start + Int(node.attributeCount)] {
            switch attribute.name {
            case .class, .id, .component:
                evidence.formUnion(Evidence.of(tree.values[Int(attribute.start)..<Int(attribute.end)]))
            case .itemprop:
                let value = tree.values[Int(attribute.start)..<Int(attribute.end)]
                if value.elementsEqual("articleBody".utf8) { above[index].insert(.articleBody) }
            case .role:
                let value = tree.values[Int(attribute.start)..<Int(attribute.end)]
                if value.elementsEqual("navigation".utf8) { above[index].insert(.nav) }
                if value.elementsEqual("complementary".utf8) { above[index].insert(.aside) }
                if value.elementsEqual("contentinfo".utf8) { above[index].insert(.footer) }
                if value.elementsEqual("main".utf8) { above[index].insert(.main) }
                if value.elementsEqual("dialog".utf8) { above[index].insert(.dialog) }
            case .hidden: if share < 0.5 { above[index].insert(.hidden) }
            default: break
            }
        }
        own[index] = evidence
        inherited[index] = inherited[parent].union(share < 0.5 ? evidence : evidence.intersection([.body, .article]))
    }

    /// Table cells part segments only where they hold blocks: else a row is one line.
    private func isBorder(_ index: Int, _ node: HTMLTree.Node) -> Bool {
        guard node.element == .td || node.element == .th else { return node.element.isBlock }
        guard node.textEnd - node.textStart < 400 else { return true }
        return tree.nodes[(index + 1)..<Int(node.end)].contains { $0.element.isBlock }
    }

    private mutating func append(text index: Int, _ node: HTMLTree.Node) {
        guard !above[index].contains(.head) else { return }
        var start = Int(node.textStart)
        var end = Int(node.textEnd)
        while start < end, tree.text[start] == UInt8(ascii: " ") { start += 1 }
        while start < end, tree.text[end - 1] == UInt8(ascii: " ") { end -= 1 }
        guard start < end else { return }
        if let segment = current,
            Int32(segment.node) != blocks[index] || breaks > 1 || breaks == 1 && changesFont(to: index)
        {
            let broken = Int32(segment.node) == blocks[index]
            flush()
            afterBreak = broken
        }
        breaks = 0
        lastText = index
        if current == nil {
            current = Segment(start: start, end: end, node: Int(blocks[index]), firstText: index)
            current?.followsBreak = afterBreak
            afterBreak = false
        }
        current?.end = end
        if above[index].contains(.link) {
            current?.linkBytes += end - start
            current?.links += 1
        }
        if above[index].contains(.bold) { current?.boldBytes += end - start }
    }

    /// Pages of old set headline, byline and text in fonts of their own, with a line break between them.
    private func changesFont(to index: Int) -> Bool {
        guard let last = font(above: lastText), let next = font(above: index) else { return false }
        return next >= Int(tree.nodes[last].end)
    }

    private func font(above text: Int) -> Int? {
        var node = Int(tree.nodes[text].parent)
        while node > 0, !tree.nodes[node].element.isBlock {
            if tree.nodes[node].element == .font { return node }
            node = Int(tree.nodes[node].parent)
        }
        return nil
    }

    private mutating func takeBreak() {
        if current != nil { breaks += 1 }
    }

    private mutating func flush() {
        if let current { segments.append(current) }
        current = nil
        breaks = 0
        afterBreak = false
    }
}

/// Which kinds of element stand at or above a node.
struct Ancestry: OptionSet, Sendable {
    let rawValue: UInt32

    static let nav = Ancestry(rawValue: 1 << 0)
    static let aside = Ancestry(rawValue: 1 << 1)
    static let header = Ancestry(rawValue: 1 << 2)
    static let footer = Ancestry(rawValue: 1 << 3)
    static let form = Ancestry(rawValue: 1 << 4)
    static let figure = Ancestry(rawValue: 1 << 5)
    static let table = Ancestry(rawValue: 1 << 6)
    static let list = Ancestry(rawValue: 1 << 7)
    static let article = Ancestry(rawValue: 1 << 8)
    static let main = Ancestry(rawValue: 1 << 9)
    static let section = Ancestry(rawValue: 1 << 10)
    static let blockquote = Ancestry(rawValue: 1 << 11)
    static let details = Ancestry(rawValue: 1 << 12)
    static let button = Ancestry(rawValue: 1 << 13)
    static let link = Ancestry(rawValue: 1 << 14)
    static let bold = Ancestry(rawValue: 1 << 15)
    static let head = Ancestry(rawValue: 1 << 16)
    static let hidden = Ancestry(rawValue: 1 << 17)
    static let articleBody = Ancestry(rawValue: 1 << 18)
    static let dialog = Ancestry(rawValue: 1 << 19)
    static let paragraph = Ancestry(rawValue: 1 << 20)
    static let heading = Ancestry(rawValue: 1 << 21)
    static let time = Ancestry(rawValue: 1 << 22)
    static let address = Ancestry(rawValue: 1 << 23)
    static let noscript = Ancestry(rawValue: 1 << 24)
    static let definition = Ancestry(rawValue: 1 << 25)
    static let custom = Ancestry(rawValue: 1 << 26)
    static let preformatted = Ancestry(rawValue: 1 << 27)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ element: ElementName) {
        switch element {
        case .nav, .menu: self = .nav
        case .aside: self = .aside
        case .header: self = .header
        case .footer: self = .footer
        case .form, .fieldset: self = .form
        case .figure, .figcaption: self = .figure
        case .table: self = .table
        case .ul, .ol: self = .list
        case .article: self = .article
        case .main: self = .main
        case .section: self = .section
        case .blockquote: self = .blockquote
        case .details, .summary: self = .details
        case .button: self = .button
        case .a: self = .link
        case .b, .strong: self = .bold
        case .head: self = .head
        case .dialog: self = .dialog
        case .p: self = .paragraph
        case .h1, .h2, .h3, .h4, .h5, .h6: self = .heading
        case .time: self = .time
        case .address: self = .address
        case .noscript: self = .noscript
        case .dl: self = .definition
        case .unknown: self = .custom
        case .pre: self = .preformatted
        default: self = []
        }
    }
}
