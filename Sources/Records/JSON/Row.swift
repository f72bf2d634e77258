/// One line of JSON Lines: an object whose values are decoded only when asked for, and pass on untouched otherwise.
public struct Row: Sendable {
    public let bytes: [UInt8]
    private let fields: [JSONFields.Field]
    private let names: [String]

    /// Checks a whole line strictly: one object, well-formed UTF-8, no key twice.
    public init(_ bytes: [UInt8]) throws(JSONError) {
        var parsed: ([JSONFields.Field], [String]) = ([], [])
        let failure = bytes.withUnsafeBufferPointer { buffer -> JSONError? in
            do throws(JSONError) {
                var reader = JSONReader(buffer)
                let fields = try JSONFields(&reader)
                try reader.finish()
                parsed = (fields.all, fields.all.map(fields.name))
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
        self.bytes = bytes
        (fields, names) = parsed
    }

    public init(_ line: String) throws(JSONError) {
        try self.init(Array(line.utf8))
    }

    /// The string of a key that stands first in an object, without a look at the rest; null where another stands there.
    public static func first(_ key: StaticString, of line: [UInt8]) -> String? {
        line.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(buffer)
            guard (try? reader.takeIf(UInt8(ascii: "{"))) == true, reader.takeIf(key: key) else { return nil }
            return try? reader.readString()
        }
    }

    /// The keys in their order.
    public var keys: [String] { names }

    public func has(_ key: String) -> Bool { names.contains(key) }

    /// The value of a key, or null where the key is missing or null.
    public func decode<T: JSONValue>(_ key: String, as type: T.Type = T.self) throws(JSONError) -> T? {
        guard let index = names.firstIndex(of: key) else { return nil }
        return try value(at: index, as: T?.self)
    }

    /// The value of a key that must be there.
    public func value<T: JSONValue>(_ key: String, as type: T.Type = T.self) throws(JSONError) -> T {
        guard let index = names.firstIndex(of: key) else { throw JSONError(.missingKey(key), at: 0) }
        return try value(at: index, as: T.self)
    }

    /// The value of a key that must be there and not be null.
    public func require<T: JSONValue>(_ key: String, as type: T.Type = T.self) throws(JSONError) -> T {
        guard let value = try decode(key, as: T.self) else {
            throw JSONError(.missingKey(key), at: 0)
        }
        return value
    }

    /// The whole row as a record; keys that the record does not list are passed over.
    public func decode<T: JSONRecord>(_ type: T.Type = T.self) throws(JSONError) -> T {
        var visitor = RowVisitor(row: self)
        var record = T()
        try record.visit(&visitor)
        return record
    }

    /// The bytes of a key's value as they stand in the line, or null where the key is missing.
    public func raw(_ key: String) -> ArraySlice<UInt8>? {
        names.firstIndex(of: key).map { bytes[fields[$0].value] }
    }

    /// Writes the row's keys and values as they stand, without the braces and without the keys in `replaced`.
    public func writeFields(_ writer: inout JSONWriter, except replaced: Set<String> = []) {
        bytes.withUnsafeBufferPointer { buffer in
            for (field, name) in zip(fields, names) where !replaced.contains(name) {
                // The quotation marks stand on both sides of the key.
                let key = field.key.lowerBound - 1..<field.key.upperBound + 1
                writer.key(raw: UnsafeBufferPointer(rebasing: buffer[key]))
                writer.write(raw: UnsafeBufferPointer(rebasing: buffer[field.value]))
            }
        }
    }

    fileprivate func value<T: JSONValue>(at index: Int, as type: T.Type) throws(JSONError) -> T {
        let place = fields[index].value
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<T, JSONError> in
            var reader = JSONReader(buffer, at: place.lowerBound)
            do throws(JSONError) { return .success(try T(json: &reader)) } catch {
                return .failure(error.inside(names[index]))
            }
        }
        return try result.get()
    }

    private struct RowVisitor: FieldVisitor {
        let row: Row
        var next = 0

        mutating func field(_ key: StaticString, _ value: inout some JSONValue) throws(JSONError) {
            let name = "\(key)"
            for offset in 0..<row.names.count {
                let index = (next + offset) % row.names.count
                guard row.names[index] == name else { continue }
                next = index + 1
                func decoded<T: JSONValue>(_ type: T.Type) throws(JSONError) -> T {
                    try row.value(at: index, as: T.self)
                }
                value = try decoded(type(of: value))
                return
            }
        }
    }
}
