/// An object with fixed keys. One list of fields serves reading, writing and whatever else walks a record.
///
/// Every key is written in every record, null rather than missing. In reading, a missing key keeps the value
/// of `init()`, and keys that are not listed are passed over.
public protocol JSONRecord: JSONValue {
    init()
    /// Hands each key with its value to the visitor, in the order of writing.
    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError)
}

/// What walks the fields of a record.
public protocol FieldVisitor {
    mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError)
    /// Fields that many records share.
    mutating func columns(_ columns: Columns<some JSONRecord>) throws(JSONError)
}

extension JSONRecord {
    public init(json reader: inout JSONReader) throws(JSONError) {
        self.init()
        var visitor = try ReadingVisitor(&reader)
        try visit(&visitor)
        reader = try visitor.finish()
    }

    @inlinable
    public func write(json writer: inout JSONWriter) {
        writer.beginObject()
        writeFields(&writer)
        writer.endObject()
    }

    /// Writes the keys and values without the braces, so that several records can share one object.
    @inlinable
    public func writeFields(_ writer: inout JSONWriter) {
        var copy = self
        var visitor = WritingVisitor(writer: writer)
        writer = JSONWriter()
        // A writing visitor never throws.
        try? copy.visit(&visitor)
        writer = visitor.writer
    }

    /// The keys in the order of writing.
    public static var keys: [String] { fields.map(\.key) }

    public static var shape: JSONShape { .object(fields) }

    private static var fields: [JSONShape.Field] {
        var visitor = ShapeVisitor()
        var record = Self()
        try? record.visit(&visitor)
        return visitor.fields
    }

    public static func pass(json reader: inout JSONReader) throws(JSONError) -> Bool {
        var record = Self()
        guard var visitor = try PassingVisitor(reader) else { return false }
        try record.visit(&visitor)
        guard visitor.isAsWritten, try visitor.reader.takeIf(UInt8(ascii: "}")) else { return false }
        visitor.reader.leave()
        reader = visitor.reader
        return true
    }
}

/// Inlined into other modules, so that writing their records costs no dynamic dispatch a field.
@usableFromInline
struct WritingVisitor: FieldVisitor {
    @usableFromInline var writer: JSONWriter

    @inlinable
    init(writer: JSONWriter) { self.writer = writer }

    @inlinable
    mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError) {
        writer.key(key)
        value.write(json: &writer)
    }

    @inlinable
    mutating func columns(_ columns: Columns<some JSONRecord>) throws(JSONError) {
        columns.json.withUnsafeBufferPointer { writer.write(raw: $0) }
    }
}

private struct ShapeVisitor: FieldVisitor {
    var fields: [JSONShape.Field] = []

    mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError) {
        func shape<T: JSONValue>(_ type: T.Type) -> JSONShape { T.shape }
        fields.append(JSONShape.Field(key: "\(key)", shape: shape(type(of: value))))
    }
}

/// Passes over an object that stands as it would be written: all keys, in order, and no others.
private struct PassingVisitor: FieldVisitor {
    var reader: JSONReader
    var isAsWritten = true
    private var isFirst = true

    /// Null where no object begins.
    init?(_ reader: JSONReader) throws(JSONError) {
        self.reader = reader
        guard try self.reader.takeIf(UInt8(ascii: "{")) else { return nil }
        try self.reader.enter()
    }

    mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError) {
        guard isAsWritten else { return }
        func pass<T: JSONValue>(_ type: T.Type) throws(JSONError) -> Bool { try T.pass(json: &reader) }
        isAsWritten = false
        if !isFirst { guard try reader.takeIf(UInt8(ascii: ",")) else { return } }
        isFirst = false
        guard reader.takeIf(key: key) else { return }
        isAsWritten = try pass(type(of: value))
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
