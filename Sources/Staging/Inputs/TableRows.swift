public import Records
public import SystemPackage

/// The rows of a published table, one after the other.
public struct TableRows<Record: JSONRecord>: ~Copyable {
    private let lines: TableLines

    /// - Throws: `FileError` where the partition has no such table.
    public init(_ table: String, in partition: FilePath) throws {
        lines = try TableLines(table, in: partition)
    }

    /// Null at the end. A line that is no such record is passed over.
    public mutating func next() throws -> Record? {
        while let bytes = try lines.next() {
            let record = bytes.withUnsafeBufferPointer { buffer in
                var reader = JSONReader(buffer)
                return try? Record(json: &reader)
            }
            if let record { return record }
        }
        return nil
    }
}
