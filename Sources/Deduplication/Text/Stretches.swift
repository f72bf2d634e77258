import Glibc

/// The paragraphs of a text: stretches between blank lines or, in a text without any, between line feeds. Keeps its memory
/// from text to text.
struct Stretches {
    private(set) var paragraphs: [Range<Int>] = []

    mutating func find(in bytes: UnsafeBufferPointer<UInt8>) {
        paragraphs.removeAll(keepingCapacity: true)
        var hasBlank = false
        var start = 0
        while start <= bytes.count {
            let index = Self.newline(bytes, from: start) ?? bytes.count
            var first = start
            var end = index
            while first < end, bytes[first] <= UInt8(ascii: " ") { first += 1 }
            while first < end, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
            hasBlank = hasBlank || first == end
            paragraphs.append(first..<end)
            start = index + 1
        }
        guard hasBlank else { return }
        while paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
        if paragraphs.contains(where: { $0.isEmpty }) { join() }
    }

    /// Lines that no blank one parts, as one.
    private mutating func join() {
        var kept = 0
        var isOpen = false
        for line in paragraphs {
            if line.isEmpty {
                isOpen = false
            } else if isOpen {
                paragraphs[kept - 1] = paragraphs[kept - 1].lowerBound..<line.upperBound
            } else {
                paragraphs[kept] = line
                kept += 1
                isOpen = true
            }
        }
        paragraphs.removeLast(paragraphs.count - kept)
    }

    private static func newline(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress), start < bytes.count else { return nil }
        return memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start).map { UnsafeRawPointer($0) - base }
    }
}
