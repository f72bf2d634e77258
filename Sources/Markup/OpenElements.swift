/// The elements open at a place of the scan, bounded in depth.
struct OpenElements {
    /// The name under which every custom element is passed on.
    static let customName = Array("x-e".utf8)

    private(set) var stack: [(element: ElementName, written: Bool)] = []
    private var counts = [Int32](repeating: 0, count: ElementName.allCases.count)
    private(set) var writtenDepth = 0

    /// How far below the top a close by implication may reach.
    private static let reach = 24

    func isOpen(_ element: ElementName) -> Bool { counts[Int(element.rawValue)] > 0 }

    mutating func push(_ element: ElementName, written: Bool) {
        stack.append((element, written))
        counts[Int(element.rawValue)] += 1
        if written { writtenDepth += 1 }
    }

    /// Pops down to and including the nearest open `element`. False where that one was never written.
    mutating func pop(to element: ElementName) -> Bool {
        while let top = stack.popLast() {
            counts[Int(top.element.rawValue)] -= 1
            if top.written { writtenDepth -= 1 }
            if top.element == element { return top.written }
        }
        return false
    }

    /// Whether the nearest open `element` stands outside the table cell of this place: no end tag of inline markup
    /// reaches through a cell's border (HTML Living Standard, section 13.2.4.2, scope).
    func isBeyondCell(_ element: ElementName) -> Bool {
        for entry in stack.suffix(Self.reach).reversed() {
            if entry.element == element { return false }
            if entry.element == .td || entry.element == .th { return true }
        }
        return false
    }

    /// The element that the start of `next` closes by implication, if one is open (HTML Living Standard,
    /// section 13.2.6.4.7, in the cases that matter for text).
    func implied(by next: ElementName) -> ElementName? {
        switch next {
        case .li: nearest({ $0 == .li }, below: { $0 == .ul || $0 == .ol || $0 == .menu })
        case .dd, .dt: nearest({ $0 == .dd || $0 == .dt }, below: { $0 == .dl })
        case .td, .th: nearest({ $0 == .td || $0 == .th }, below: { $0 == .tr || $0 == .table })
        case .tr: nearest({ $0 == .tr }, below: { $0 == .table })
        case .a: nearest({ $0 == .a }, below: { $0.isBlock })
        default: next.isBlock ? nearest({ $0 == .p }, below: { $0.isBlock || $0 == .a }) : nil
        }
    }

    @inline(__always)
    private func nearest(_ isTarget: (ElementName) -> Bool, below isScope: (ElementName) -> Bool) -> ElementName? {
        var index = stack.count
        let end = max(0, index - Self.reach)
        while index > end {
            index -= 1
            if isTarget(stack[index].element) { return stack[index].element }
            if isScope(stack[index].element) { return nil }
        }
        return nil
    }
}

extension HTMLScan {
    /// Opens an element after closing what its start closes. False where the depth is spent: the tag is left out, and
    /// a block leaves a paragraph border behind.
    mutating func openElement(_ element: ElementName) -> Bool {
        if let closed = open.implied(by: element) { closeElement(closed) }
        guard !element.isVoid else { return true }
        let written = open.writtenDepth < limits.depth
        open.push(element, written: written)
        if !written, element.isBlock { writeBorder() }
        return written
    }

    mutating func closeElement(_ element: ElementName) {
        guard open.isOpen(element) else {
            // A stray end of a paragraph is an empty paragraph: a border all the same.
            if element == .p { writeBorder() }
            return
        }
        if !element.isBlock, open.isBeyondCell(element) { return }
        if open.pop(to: element) {
            output.append(contentsOf: "</".utf8)
            output.append(contentsOf: element == .unknown ? OpenElements.customName : element.bytes)
            output.append(UInt8(ascii: ">"))
        } else if element.isBlock {
            writeBorder()
        }
    }

    private mutating func writeBorder() {
        let border = Array("<br><br>".utf8)
        if !output.suffix(border.count).elementsEqual(border) { output.append(contentsOf: border) }
    }
}
