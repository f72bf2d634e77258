import Glibc

/// The paragraphs of a text: stretches between blank lines; in a text without any, between indented lines; in one whose lines
/// are all alike, its lines. Keeps its memory from text to text.
struct Stretches {
    private(set) var paragraphs: [Range<Int>] = []
    /// Of each line, whether a paragraph begins with it: where it begins with two spaces or more, or a tab.
    private var isOpening: [Bool] = []

    mutating func find(in bytes: UnsafeBufferPointer<UInt8>) {
        paragraphs.removeAll(keepingCapacity: true)
        isOpening.removeAll(keepingCapacity: true)
        var hasBlank = false
        var indented = 0
        var start = 0
        while start <= bytes.count {
            let index = Self.newline(bytes, from: start) ?? bytes.count
            var first = start
            var end = index
            while first < end, bytes[first] <= UInt8(ascii: " ") { first += 1 }
            while first < end, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
            let opens = first - start > 1 || first > start && bytes[start] == UInt8(ascii: "\t")
            hasBlank = hasBlank || first == end
            indented += opens ? 1 : 0
            paragraphs.append(first..<end)
            isOpening.append(opens)
            start = index + 1
        }
        while paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
        if hasBlank, paragraphs.contains(where: { $0.isEmpty }) {
            // A blank line opens the paragraph behind it.
            for line in paragraphs.indices { isOpening[line] = line > 0 && paragraphs[line - 1].isEmpty }
            join()
        } else if indented > 0, indented < paragraphs.count - 1 {
            // As a typewriter sets it: lines of one length, the first of each paragraph indented.
            join()
        }
    }

    /// Makes one of the lines that belong together.
    private mutating func join() {
        var kept = 0
        for line in paragraphs.indices where !paragraphs[line].isEmpty {
            if kept == 0 || isOpening[line] {
                paragraphs[kept] = paragraphs[line]
                kept += 1
            } else {
                paragraphs[kept - 1] = paragraphs[kept - 1].lowerBound..<paragraphs[line].upperBound
            }
        }
        paragraphs.removeLast(paragraphs.count - kept)
    }

    private static func newline(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress), start < bytes.count else { return nil }
        return memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start).map { UnsafeRawPointer($0) - base }
    }
}
