/// A half-open stretch of a row's `text`, counted in Unicode scalars; written as `[start, end]`.
public struct TextSpan: JSONValue, Hashable, Comparable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public init(json reader: inout JSONReader) throws(JSONError) {
        let place = reader.position
        let pair = try [Int](json: &reader)
        guard pair.count == 2, 0 <= pair[0], pair[0] <= pair[1] else {
            throw JSONError(.wrongType(expected: "a pair of ascending offsets"), at: place)
        }
        self.init(pair[0], pair[1])
    }

    public func write(json writer: inout JSONWriter) {
        writer.beginArray()
        writer.write(start)
        writer.write(end)
        writer.endArray()
    }

    public static var shape: JSONShape { .list(.integer, length: 2) }

    public static func < (one: TextSpan, other: TextSpan) -> Bool {
        (one.start, one.end) < (other.start, other.end)
    }
}
