internal import Markup

/// Writes where in the page a block stands, such as `html/body/main/article/p[3]`.
struct BlockPaths {
    private let tree: HTMLTree
    private var parents: (node: Int, path: String) = (-1, "")
    private var place: (parent: Int, element: ElementName, node: Int, count: Int) = (-1, .text, 0, 0)

    /// Siblings counted for one block; a later one has no number.
    private static let limit = 4096

    init(_ tree: HTMLTree) {
        self.tree = tree
    }

    /// Blocks must be asked for in the order of the page.
    mutating func path(of node: Int) -> String {
        let parent = Int(tree.nodes[node].parent)
        if parents.node != parent { parents = (parent, ancestors(of: parent)) }
        let element = tree.nodes[node].element
        guard let number = number(of: node, parent, element) else { return parents.path + element.name }
        return parents.path + element.name + "[" + String(number) + "]"
    }

    /// Elements named above a block: the outermost two and the innermost. What lies between is left out of long paths.
    private static let innermost = 12

    private func ancestors(of node: Int) -> String {
        var names: [ElementName] = []
        var node = node
        while node > 0 {
            names.append(tree.nodes[node].element)
            node = Int(tree.nodes[node].parent)
        }
        guard names.count > Self.innermost + 2 else { return names.reversed().reduce(into: "") { $0 += $1.name + "/" } }
        let outer = names.suffix(2).reversed().reduce(into: "") { $0 += $1.name + "/" }
        return names.prefix(Self.innermost).reversed().reduce(into: outer + "…/") { $0 += $1.name + "/" }
    }

    /// The number of a node among its parent's children of one name, counted on from the last that was asked for.
    private mutating func number(of node: Int, _ parent: Int, _ element: ElementName) -> Int? {
        var sibling = parent + 1
        var count = 0
        if place.parent == parent, place.element == element, place.node <= node {
            sibling = place.node
            count = place.count - 1
        }
        var steps = 0
        while sibling <= node {
            if tree.nodes[sibling].element == element { count += 1 }
            if sibling == node {
                place = (parent, element, node, count)
                return count
            }
            sibling = Int(tree.nodes[sibling].end)
            steps += 1
            if steps > Self.limit { return nil }
        }
        return nil
    }
}
