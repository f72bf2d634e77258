/// An object with fixed keys. One list of fields serves reading, writing and whatever else walks a record.
///
/// Every key is written in every record, null rather than missing. In reading, a missing key keeps the value
/// of `init()`, keys that are not listed are passed over, and a key that stands twice is an error.
public protocol JSONRecord: JSONValue {
    init()
    /// Hands each key with its value to the visitor, in the order of writing.
    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError)
}

/// What walks the fields of a record.
public protocol FieldVisitor {
    mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError)
}

extension JSONRecord {
    public init(json reader: inout JSONReader) throws(JSONError) {
        self.init()
        var visitor = try ReadingVisitor(&reader)
        try visit(&visitor)
        reader = try visitor.finish()
    }

    public func write(json writer: inout JSONWriter) {
        writer.beginObject()
        writeFields(&writer)
        writer.endObject()
    }

    /// Writes the keys and values without the braces, so that several records can share one object.
    public func writeFields(_ writer: inout JSONWriter) {
        var copy = self
        var visitor = WritingVisitor(writer: writer)
        writer = JSONWriter()
        // A writing visitor never throws.
        try? copy.visit(&visitor)
        writer = visitor.writer
    }

    /// The keys in the order of writing.
    public static var keys: [String] {
        var visitor = KeyVisitor()
        var record = Self()
        try? record.visit(&visitor)
        return visitor.keys
    }
}

private struct WritingVisitor: FieldVisitor {
    var writer: JSONWriter

    mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError) {
        writer.key(key)
        value.write(json: &writer)
    }
}

private struct KeyVisitor: FieldVisitor {
    var keys: [String] = []

    mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError) {
        keys.append("\(key)")
    }
}

/// Reads keys that come in the order of the record in one pass; from the first that does not, by look-up.
private struct ReadingVisitor: FieldVisitor {
    private var reader: JSONReader
    private var rest: JSONFields?
    private var isFirst = true

    init(_ reader: inout JSONReader) throws(JSONError) {
        guard try reader.peek() == UInt8(ascii: "{") else {
            throw JSONError(.wrongType(expected: "an object"), at: reader.position)
        }
        try reader.take(UInt8(ascii: "{"))
        try reader.enter()
        self.reader = reader
    }

    mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError) {
        if rest == nil {
            let start = reader.position
            if !isFirst, !(try reader.takeComma(or: UInt8(ascii: "}"))) {
                rest = JSONFields(reader.bytes)
                return
            }
            if reader.takeIf(key: key) {
                isFirst = false
                try read(key, &value, with: &reader)
                return
            }
            reader.move(to: start)
            rest = try JSONFields(rest: &reader, isFirst: isFirst)
        }
        guard let place = rest?.take(key) else { return }
        var valueReader = reader
        valueReader.move(to: place.lowerBound)
        try read(key, &value, with: &valueReader)
    }

    private func read(
        _ key: StaticString, _ value: inout some JSONValue, with reader: inout JSONReader
    ) throws(JSONError) {
        func decoded<T: JSONValue>(_ type: T.Type) throws(JSONError) -> T { try T(json: &reader) }
        do throws(JSONError) { value = try decoded(type(of: value)) } catch { throw error.inside("\(key)") }
    }

    /// The reader behind the object.
    consuming func finish() throws(JSONError) -> JSONReader {
        if rest == nil { _ = try JSONFields(rest: &reader, isFirst: isFirst) }
        reader.leave()
        return reader
    }
}
