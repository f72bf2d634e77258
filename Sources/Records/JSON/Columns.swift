/// Fields that many rows share, written once and copied into each.
public final class Columns<Record: JSONRecord>: Sendable {
    public let record: Record
    /// The keys and values without braces.
    @usableFromInline let json: [UInt8]

    @inlinable
    public init(_ record: Record) {
        var writer = JSONWriter()
        record.writeFields(&writer)
        self.record = record
        json = writer.bytes
    }
}

extension FieldVisitor {
    public mutating func columns(_ columns: Columns<some JSONRecord>) throws(JSONError) {
        var record = columns.record
        try record.visit(&self)
    }
}
