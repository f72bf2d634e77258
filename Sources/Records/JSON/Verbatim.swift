/// A value that passes on as its JSON, checked but not taken apart.
public struct Verbatim<Value: JSONValue>: JSONValue, Equatable {
    /// One well-formed value.
    public let json: [UInt8]

    public init(_ value: Value) {
        var writer = JSONWriter()
        value.write(json: &writer)
        json = writer.bytes
    }

    public init(json reader: inout JSONReader) throws(JSONError) {
        _ = try reader.peek()
        var ahead = reader
        if try Value.pass(json: &ahead) {
            json = Array(reader.bytes[reader.position..<ahead.position])
            reader = ahead
        } else {
            json = Self(try Value(json: &reader)).json
        }
    }

    public static var shape: JSONShape { Value.shape }

    public func write(json writer: inout JSONWriter) {
        json.withUnsafeBufferPointer { writer.write(raw: $0) }
    }
}

extension Verbatim where Value == String {
    /// The string's own bytes.
    public var utf8: [UInt8] {
        json.withUnsafeBufferPointer { JSONReader.utf8(UnsafeBufferPointer(rebasing: $0.dropFirst().dropLast())) }
    }
}
