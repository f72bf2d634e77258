/// Translates between byte offsets into a text's UTF-8 and the Unicode scalar offsets of records.
///
/// Costs one pass over the text and one integer for each 64 bytes that are not all ASCII.
public struct ScalarOffsets: Sendable {
    public let utf8: [UInt8]
    /// The number of scalars that begin before byte `64 * index`; empty for ASCII, where both counts agree.
    private let marks: [Int]
    /// The length of the text in scalars.
    public let count: Int

    private static let stride = 64

    public init(_ text: String) {
        self.init(utf8: Array(text.utf8))
    }

    /// The bytes must be well-formed UTF-8.
    public init(utf8: [UInt8]) {
        self.utf8 = utf8
        guard utf8.contains(where: { $0 >= 0x80 }) else {
            marks = []
            count = utf8.count
            return
        }
        var marks: [Int] = []
        marks.reserveCapacity(utf8.count / Self.stride + 1)
        var scalars = 0
        for start in Swift.stride(from: 0, to: utf8.count, by: Self.stride) {
            marks.append(scalars)
            scalars += Self.scalars(in: utf8[start..<min(start + Self.stride, utf8.count)])
        }
        self.marks = marks
        count = scalars
    }

    /// The scalar offset of the scalar that begins at a byte offset, which may be the end of the text.
    public func scalar(atByte offset: Int) -> Int {
        guard !marks.isEmpty else { return offset }
        guard offset < utf8.count else { return count }
        let mark = offset / Self.stride
        return marks[mark] + Self.scalars(in: utf8[mark * Self.stride..<offset])
    }

    /// The byte offset at which a scalar begins; an end of the text for offsets beyond it.
    public func byte(atScalar offset: Int) -> Int {
        let offset = max(0, offset)
        guard !marks.isEmpty else { return min(offset, utf8.count) }
        guard offset < count else { return utf8.count }
        let mark = marks.dropFirst().partitioningIndex { $0 > offset } - 1
        var byte = mark * Self.stride
        var scalar = marks[mark]
        // The mark may stand inside a scalar that began before it.
        while byte < utf8.count {
            if utf8[byte] & 0xc0 != 0x80 {
                if scalar == offset { return byte }
                scalar += 1
            }
            byte += 1
        }
        return utf8.count
    }

    /// The text of a span; empty where the span lies outside the text.
    public subscript(span: TextSpan) -> String {
        let start = byte(atScalar: span.start)
        let end = byte(atScalar: span.end)
        return start < end ? String(decoding: utf8[start..<end], as: UTF8.self) : ""
    }

    /// The span of a byte range.
    public func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(scalar(atByte: range.lowerBound), scalar(atByte: range.upperBound))
    }

    private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xc0 != 0x80 ? 1 : 0) }
    }
}
