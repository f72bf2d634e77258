/// Receives the parser's events and fills the tables of a tree.
final class HTMLTreeBuilder {
    @exclusivity(unchecked) private(set) var tree = HTMLTree()
    @exclusivity(unchecked) private(set) var isOverflowing = false
    @exclusivity(unchecked) private var path: [Int32] = [0]
    private var scanned = ScannedAttributes()
    private let nodeLimit: Int

    init(limits: MarkupLimits) {
        nodeLimit = limits.nodes
    }

    func begin(_ scanned: ScannedAttributes, expecting bytes: Int) {
        self.scanned = scanned
        isOverflowing = false
        path.removeAll(keepingCapacity: true)
        path.append(0)
        tree = HTMLTree()
        tree.nodes.reserveCapacity(bytes / 32 + 16)
        tree.text.reserveCapacity(bytes / 4 + 16)
        tree.nodes.append(HTMLTree.Node(element: .unknown, depth: 0, parent: 0, end: 0, textStart: 0, textEnd: 0))
    }

    func finish() -> HTMLTree {
        while path.count > 1 { endElement() }
        tree.nodes[0].end = Int32(tree.nodes.count)
        tree.nodes[0].textEnd = Int32(tree.text.count)
        var finished = tree
        finished.attributes = scanned.attributes
        finished.values = scanned.values
        tree = HTMLTree()
        scanned = ScannedAttributes()
        return finished
    }

    @inline(__always)
    private func append(_ element: ElementName) -> Bool {
        guard tree.nodes.count < nodeLimit else {
            isOverflowing = true
            return false
        }
        let place = Int32(tree.text.count)
        tree.nodes.append(
            HTMLTree.Node(
                element: element, depth: UInt16(truncatingIfNeeded: path.count), parent: path[path.count - 1],
                end: Int32(tree.nodes.count + 1), textStart: place, textEnd: place))
        return true
    }

    func startElement(
        _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        let index = Int32(tree.nodes.count)
        let element = ElementName(Self.bytes(name))
        if element.isBlock || element == .br { separate() }
        guard append(element) else { return }
        path.append(index)
        // Its one attribute is the number of those that the scan kept.
        guard let attributes, let number = attributes[0] == nil ? nil : attributes[1] else { return }
        let own = scanned.range(of: number)
        tree.nodes[Int(index)].attributeStart = own.lowerBound
        tree.nodes[Int(index)].attributeCount = UInt8(truncatingIfNeeded: own.count)
    }

    func endElement() {
        guard path.count > 1, let index = path.popLast() else { return }
        tree.nodes[Int(index)].end = Int32(tree.nodes.count)
        tree.nodes[Int(index)].textEnd = Int32(tree.text.count)
        if tree.nodes[Int(index)].element.isBlock { separate() }
    }

    /// Keeps words apart where a page breaks the line without a space.
    private func separate() {
        if let last = tree.text.last, last != UInt8(ascii: " ") { tree.text.append(UInt8(ascii: " ")) }
    }

    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        let before = tree.text.count
        tree.text.appendCollapsed(bytes)
        guard tree.text.count > before else { return }
        let last = tree.nodes.count - 1
        if tree.nodes[last].element == .text, tree.nodes[last].parent == path[path.count - 1] {
            tree.nodes[last].textEnd = Int32(tree.text.count)
        } else if append(.text) {
            tree.nodes[last + 1].textStart = Int32(before)
            tree.nodes[last + 1].textEnd = Int32(tree.text.count)
        }
    }

    private static func bytes(_ string: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var count = 0
        while string[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: string, count: count)
    }
}
