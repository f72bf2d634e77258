internal import Markup

/// Tells what stands in furniture of the page by the markup around it: menus, dialogs, boxes that ask for an address,
/// lines of credit, hidden elements.
struct FurnitureRules {
    private let outline: PageOutline

    init(_ outline: PageOutline) {
        self.outline = outline
    }

    func isFurniture(_ index: Int) -> Bool {
        let segment = outline.segments[index]
        let names = outline.segmenter.inherited[segment.node]
        return !outline.segmenter.above[segment.firstText].isDisjoint(with: [.dialog, .nav])
            || names.contains(.consent) || names.contains(.newsletter) && isInNewsletterBox(segment.node)
            || isCredit(index) || isHidden(segment.node)
    }

    /// Not a panel that a reader may open, nor what scripts show to subscribers: of those the outermost element is hidden,
    /// or it is hidden from screen readers only.
    private func isHidden(_ node: Int) -> Bool {
        let tree = outline.tree
        guard outline.segmenter.above[node].contains(.hidden),
            outline.segmenter.inherited[node].isDisjoint(with: [.disclosure, .paywall])
        else { return false }
        if let kind = tree.value(.hidden, of: node), !kind.elementsEqual("a".utf8) { return true }
        let parent = Int(tree.nodes[node].parent)
        return [node, parent].contains {
            tree.value(.hidden, of: $0) != nil && outline.segmenter.own[$0].contains(.hidden)
        }
    }

    /// Bytes of a box that asks for an address, at most.
    private static let boxBytes = 600

    /// Whether the nearest element above that goes by a newsletter's name is a small box that says so in its words too.
    private func isInNewsletterBox(_ node: Int) -> Bool {
        var box = node
        while box > 0, !outline.segmenter.own[box].contains(.newsletter) { box = Int(outline.tree.nodes[box].parent) }
        guard box > 0, outline.bytes(of: box) < Self.boxBytes else { return false }
        return outline.range(of: box).contains { index in
            outline.withBytes(of: index) { Phrases.of($0, limit: 40).contains(.subscribe) }
        }
    }

    /// A line such as `Image source, Reuters` in an element that is named so.
    private func isCredit(_ index: Int) -> Bool {
        let segment = outline.segments[index]
        return segment.count < 100 && outline.texts[index].ending == .none
            && outline.segmenter.own[segment.node].contains(.caption)
            && outline.withBytes(of: index) { Phrases.of($0, limit: 40).contains(.credit) }
    }
}
