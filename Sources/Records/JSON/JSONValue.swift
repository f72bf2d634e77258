/// A type with one JSON form.
public protocol JSONValue: Sendable {
    init(json reader: inout JSONReader) throws(JSONError)
    func write(json writer: inout JSONWriter)
}

extension String: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readString() }
    public func write(json writer: inout JSONWriter) { writer.write(self) }
}

extension Int: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readInt() }
    public func write(json writer: inout JSONWriter) { writer.write(self) }
}

extension Double: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readDouble() }
    public func write(json writer: inout JSONWriter) { writer.write(self) }
}

extension Bool: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readBool() }
    public func write(json writer: inout JSONWriter) { writer.write(self) }
}

extension Optional: JSONValue where Wrapped: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readNull() ? nil : try Wrapped(json: &reader)
    }

    public func write(json writer: inout JSONWriter) {
        guard let self else { return writer.writeNull() }
        self.write(json: &writer)
    }
}

extension Array: JSONValue where Element: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) {
        var elements: [Element] = []
        try reader.readArray { (reader) throws(JSONError) in elements.append(try Element(json: &reader)) }
        self = elements
    }

    public func write(json writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { element.write(json: &writer) }
        writer.endArray()
    }
}

/// An object whose keys are data: counts by reason and the like. Keys are written in ascending order.
extension Dictionary: JSONValue where Key == String, Value: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = [:]
        let fields = try JSONFields(&reader)
        for field in fields.all {
            var value = JSONReader(reader.bytes, at: field.value.lowerBound)
            self[fields.name(field)] = try Value(json: &value)
        }
    }

    public func write(json writer: inout JSONWriter) {
        writer.beginObject()
        for (key, value) in sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            writer.key(key)
            value.write(json: &writer)
        }
        writer.endObject()
    }
}

/// An enumeration of strings; any other string is an error that lists the allowed ones.
public protocol JSONEnumeration: JSONValue, RawRepresentable, CaseIterable where RawValue == String {}

extension JSONEnumeration {
    public init(json reader: inout JSONReader) throws(JSONError) {
        let start = reader.position
        let value = try reader.readString()
        guard let known = Self(rawValue: value) else {
            let allowed = Self.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            throw JSONError(.notAllowed(value: value, allowed: allowed), at: start)
        }
        self = known
    }

    public func write(json writer: inout JSONWriter) { writer.write(rawValue) }
}
