import Files
import Records
import SystemPackage

/// The rows of a published table, one after the other.
struct TableRows<Row: JSONRecord>: ~Copyable {
    private var lines: LineReader

    init(_ table: String, in partition: FilePath) throws(FileError) {
        lines = try LineReader(partition.appending(table + ".jsonl"))
    }

    /// Null at the end. A line that is no such row, or too long for any, is passed over: the report leaves it out.
    mutating func next() throws(FileError) -> Row? {
        while let line = try lines.next() {
            guard case .line(let bytes) = line else { continue }
            let row = bytes.withUnsafeBufferPointer { buffer in
                var reader = JSONReader(buffer)
                return try? Row(json: &reader)
            }
            if let row { return row }
        }
        return nil
    }
}
