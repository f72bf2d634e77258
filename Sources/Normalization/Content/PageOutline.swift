internal import Markup

/// Where the text of a page lies: prefix sums over its segments, so that any element can be asked in constant time.
/// A class, as everything that judges the page holds on to it.
final class PageOutline {
    let tree: HTMLTree
    let segmenter: Segmenter
    let texts: [SegmentText]
    var segments: [Segment] { segmenter.segments }
    /// For each node, the number of segments before it; one more for the end.
    private let before: [Int32]
    private var masses: [Float] = [0]
    private var bytes: [Int32] = [0]
    private var linkBytes: [Int32] = [0]
    /// Bytes outside of readers' comments, which may be many times the story.
    private var ownBytes: [Int32] = [0]
    /// The deepest elements that hold half, three quarters and nine tenths of the page's prose.
    private(set) var cores: [Int] = []

    init(_ tree: HTMLTree, _ segmenter: Segmenter) {
        self.tree = tree
        self.segmenter = segmenter
        texts = tree.text.withUnsafeBufferPointer { text in
            segmenter.segments.map { SegmentText(UnsafeBufferPointer(rebasing: text[$0.start..<$0.end])) }
        }
        var before = [Int32](repeating: 0, count: tree.nodes.count + 1)
        var next = 0
        for index in 0..<tree.nodes.count {
            before[index] = Int32(next)
            if next < segmenter.segments.count, segmenter.segments[next].firstText == index { next += 1 }
        }
        before[tree.nodes.count] = Int32(next)
        self.before = before
        for (index, segment) in segmenter.segments.enumerated() {
            masses.append(masses[index] + mass(index, segment))
            bytes.append(bytes[index] + Int32(segment.count))
            linkBytes.append(linkBytes[index] + Int32(segment.linkBytes))
            let isComment = segmenter.inherited[segment.node].contains(.comment)
            ownBytes.append(ownBytes[index] + (isComment ? 0 : Int32(segment.count)))
        }
        cores = [0.5, 0.75, 0.9].map { core(holding: $0) }
    }

    /// How much prose a segment is: its bytes where it reads like a sentence and does not stand in furniture.
    private func mass(_ index: Int, _ segment: Segment) -> Float {
        guard segment.count >= 40, segment.linkDensity < 0.5 else { return 0 }
        let text = texts[index]
        guard text.ending == .sentence || text.words >= 20 else { return 0 }
        let above = segmenter.above[segment.node]
        var mass = Float(min(segment.count, 1000))
        if !above.isDisjoint(with: [.nav, .aside, .footer, .form, .hidden, .dialog, .button]) { mass *= 0.1 }
        let names = segmenter.inherited[segment.node]
        if names.contains(.comment) { mass *= 0.05 } else if !names.isDisjoint(with: .furniture) { mass *= 0.3 }
        return mass
    }

    private func core(holding share: Float) -> Int {
        let least = totalMass * share
        guard least > 0 else { return 0 }
        var core = 0
        descent: while true {
            var child = core + 1
            while child < Int(tree.nodes[core].end) {
                if tree.nodes[child].element != .text, mass(of: child) >= least {
                    core = child
                    continue descent
                }
                child = Int(tree.nodes[child].end)
            }
            return core
        }
    }

    var totalMass: Float { masses[masses.count - 1] }

    @inline(__always)
    func range(of node: Int) -> Range<Int> {
        Int(before[node])..<Int(before[Int(tree.nodes[node].end)])
    }

    @inline(__always)
    func mass(of node: Int) -> Float {
        let range = range(of: node)
        return masses[range.upperBound] - masses[range.lowerBound]
    }

    @inline(__always)
    func mass(before segment: Int) -> Float { masses[segment] }

    /// The share of the page's own text before a segment.
    @inline(__always)
    func place(of segment: Int) -> Float { Float(ownBytes[segment]) / Float(max(1, ownBytes[ownBytes.count - 1])) }

    @inline(__always)
    func bytes(of node: Int) -> Int {
        let range = range(of: node)
        return Int(bytes[range.upperBound] - bytes[range.lowerBound])
    }

    @inline(__always)
    func linkDensity(of node: Int) -> Float {
        let range = range(of: node)
        let links = linkBytes[range.upperBound] - linkBytes[range.lowerBound]
        return Float(links) / Float(max(1, bytes[range.upperBound] - bytes[range.lowerBound]))
    }

    func isInside(_ node: Int, _ container: Int) -> Bool {
        node >= container && node < Int(tree.nodes[container].end)
    }

    /// Reads the bytes of a segment.
    @inline(__always)
    func withBytes<Value>(of segment: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        let place = segments[segment]
        return tree.text.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[place.start..<place.end])) }
    }
}

extension PageOutline {
    func string(of segment: Int) -> String {
        withBytes(of: segment) { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a segment is a person's name and nothing else, right over the first paragraph.
    func isLoneName(_ index: Int) -> Bool {
        guard segments[index].count < 40, index + 1 < segments.count, segments[index + 1].count > 80,
            !segmenter.above[segments[index].node].contains(.heading)
        else { return false }
        let line = string(of: index)
        return PersonNames.isName(line)
            && !line.lowercased().split(separator: " ").contains { holds(word: Array($0.utf8)) }
    }

    /// The name that stands alone between a headline and the text.
    func loneName(below heading: Int) -> String? {
        segments.firstIndex { $0.firstText > heading && $0.node != heading }
            .flatMap { isLoneName($0) ? string(of: $0) : nil }
    }

    /// Whether the page's text holds a word exactly so, between spaces or before a mark.
    func holds(word: [UInt8]) -> Bool {
        guard let first = word.first else { return false }
        return tree.text.withUnsafeBufferPointer { text in
            guard text.count > word.count else { return false }
            for start in 1..<text.count - word.count + 1 where text[start] == first && text[start - 1] == 0x20 {
                let end = start + word.count
                guard text[start..<end].elementsEqual(word) else { continue }
                if end == text.count || (text[end] < 0x80 && (text[end] | 0x20) &- 0x61 >= 26) { return true }
            }
            return false
        }
    }

    /// The first lines of the page that are in bold type from end to end, and no sentence.
    var boldLines: [String] {
        segments.indices.prefix(60).filter { index in
            let segment = segments[index]
            return (12..<160).contains(segment.count) && segment.boldBytes * 10 >= segment.count * 9
                && segment.links == 0 && texts[index].ending == .none
        }.map { string(of: $0) }
    }

    /// Whether a segment is said to be another's than the article's.
    private func isApart(_ index: Int) -> Bool {
        !segmenter.inherited[segments[index].node].isDisjoint(with: [.related, .sidebar, .footer, .comment])
    }

    /// Bytes of a note such as `This story was first published on 2 May 2019 and has been updated since`, at most.
    private static let noteBytes = 240

    /// Whether a text says when it was first published.
    static func tellsFirstPublication(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        ("originally published on" as ASCIIWord).isIn(text) || ("first published on" as ASCIIWord).isIn(text)
            || ("originally posted on" as ASCIIWord).isIn(text)
    }

    /// Lines anywhere on the page that hold figures enough for a date, at most 120, in order, and notes on the first
    /// publication.
    var datedLines: [String] {
        var lines: [String] = []
        for (index, segment) in segments.enumerated() where lines.count < 120 {
            guard segment.count < Self.noteBytes, texts[index].digits >= 4, segment.linkDensity < 0.5, !isApart(index),
                segment.count < 90 || withBytes(of: index, Self.tellsFirstPublication)
            else { continue }
            lines.append(string(of: index))
        }
        return lines
    }

    /// Short segments below an element, then those above it, in the order of the page: where bylines and dates stand.
    func lines(around node: Int?) -> [String] {
        let middle = node.flatMap { node in segments.firstIndex { $0.firstText > node } } ?? 0
        let below = middle..<min(segments.count, middle + 20)
        let above = max(0, middle - 8)..<middle
        return (Array(below) + Array(above)).filter { segments[$0].count < 160 }.map { index in
            withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
        }
    }
}
