/// A type with one JSON form.
public protocol JSONValue: Sendable {
    init(json reader: inout JSONReader) throws(JSONError)
    func write(json writer: inout JSONWriter)
    /// What its JSON looks like.
    static var shape: JSONShape { get }
    /// Passes over the next value where it stands as `write` would write it, escapes and spaces aside; false where it does
    /// not, with the reader anywhere within it.
    static func pass(json reader: inout JSONReader) throws(JSONError) -> Bool
}

extension JSONValue {
    public static func pass(json reader: inout JSONReader) throws(JSONError) -> Bool {
        _ = try Self(json: &reader)
        return true
    }
}

extension String: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readString() }
    @inlinable public func write(json writer: inout JSONWriter) { writer.write(self) }
    public static var shape: JSONShape { .string }

    public static func pass(json reader: inout JSONReader) throws(JSONError) -> Bool {
        guard try reader.peek() == UInt8(ascii: "\"") else {
            throw JSONError(.wrongType(expected: "a string"), at: reader.position)
        }
        _ = try reader.skipString()
        return true
    }
}

extension Int: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readInt() }
    @inlinable public func write(json writer: inout JSONWriter) { writer.write(self) }
    public static var shape: JSONShape { .integer }
}

extension Double: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readDouble() }
    @inlinable public func write(json writer: inout JSONWriter) { writer.write(self) }
    public static var shape: JSONShape { .number }
}

extension Bool: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.readBool() }
    @inlinable public func write(json writer: inout JSONWriter) { writer.write(self) }
    public static var shape: JSONShape { .boolean }
}

extension Optional: JSONValue where Wrapped: JSONValue {
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readNull() ? nil : try Wrapped(json: &reader)
    }

    public static var shape: JSONShape { .optional(Wrapped.shape) }

    public static func pass(json reader: inout JSONReader) throws(JSONError) -> Bool {
        try reader.readNull() ? true : try Wrapped.pass(json: &reader)
    }

    @inlinable
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

    public static var shape: JSONShape { .list(Element.shape) }

    public static func pass(json reader: inout JSONReader) throws(JSONError) -> Bool {
        var isAsWritten = true
        try reader.readArray { (reader) throws(JSONError) in
            let start = reader
            if isAsWritten { isAsWritten = try Element.pass(json: &reader) }
            guard !isAsWritten else { return }
            // Where an element does not pass, its end is not known: it is passed over as any value is.
            reader = start
            _ = try reader.skipValue()
        }
        return isAsWritten
    }

    @inlinable
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

    public static var shape: JSONShape { .map(Value.shape) }

    /// Its keys may stand in another order.
    public static func pass(json reader: inout JSONReader) throws(JSONError) -> Bool { false }

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

    @inlinable public func write(json writer: inout JSONWriter) { writer.write(rawValue) }

    public static var shape: JSONShape { .word(allCases.map(\.rawValue)) }
}
