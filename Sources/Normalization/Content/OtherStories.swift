internal import Markup

/// The `article` elements of a page that hold stories of their own: those beside the one with the page's headline that
/// have a headline themselves, as endless pages load them.
struct OtherStories {
    private var ranges: [Range<Int>] = []

    init(_ outline: PageOutline, titles: Set<UInt64>) {
        let tree = outline.tree
        let headings = tree.nodes.indices.filter { tree.nodes[$0].element == .h1 }
        guard headings.count > 1,
            let own = headings.first(where: { titles.contains(Self.hash(of: $0, tree)) }),
            let story = Self.article(above: own, tree)
        else { return }
        let inside = story..<Int(tree.nodes[story].end)
        for heading in headings where heading > own && !inside.contains(heading) {
            guard let other = Self.article(above: heading, tree), !(other..<Int(tree.nodes[other].end)).contains(story)
            else { continue }
            ranges.append(other..<Int(tree.nodes[other].end))
        }
    }

    func contains(_ node: Int) -> Bool { ranges.contains { $0.contains(node) } }

    private static func hash(of node: Int, _ tree: HTMLTree) -> UInt64 {
        tree.trimmedText(of: node).withUnsafeBufferPointer { SegmentText($0).hash }
    }

    private static func article(above node: Int, _ tree: HTMLTree) -> Int? {
        var node = node
        while node > 0 {
            node = Int(tree.nodes[node].parent)
            if tree.nodes[node].element == .article { return node }
        }
        return nil
    }
}
