public import Files
public import Records
public import SystemPackage

/// The rows of a published table, one after the other.
public struct TableRows<Record: JSONRecord>: ~Copyable {
    private var lines: LineReader

    /// - Throws: `FileError` where the partition has no such table.
    public init(_ table: String, in partition: FilePath) throws(FileError) {
        lines = try LineReader(partition.appending(table + ".jsonl"))
    }

    /// Null at the end. A line that is no such record, or too long for any, is passed over.
    public mutating func next() throws(FileError) -> Record? {
        while let line = try lines.next() {
            guard case .line(let bytes) = line else { continue }
            let record = bytes.withUnsafeBufferPointer { buffer in
                var reader = JSONReader(buffer)
                return try? Record(json: &reader)
            }
            if let record { return record }
        }
        return nil
    }
}
