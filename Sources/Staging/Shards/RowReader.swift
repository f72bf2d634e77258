public import Files
public import Records
public import SystemPackage

/// Reads the rows of a JSON Lines file. A line that is no row is refused, and reading goes on.
public struct RowReader: InputReader {
    private let lines: Lines
    private let name: String
    private var number = 0

    /// A line reader is not copyable; this box lets a reader be handed on.
    private final class Lines {
        var reader: LineReader
        init(_ reader: consuming LineReader) { self.reader = reader }
    }

    /// Opens a file; `-` is standard input.
    public init(_ path: FilePath) throws(FileError) {
        lines = Lines(try LineReader(path))
        name = path == "-" ? "stdin" : path.name
    }

    public mutating func next() throws -> InputRecord<Row>? {
        guard let line = try lines.reader.next() else { return nil }
        number += 1
        let place = "\(name):\(number)"
        switch line {
        case .tooLong(let count):
            let refusal = Refusal("line_too_long", "line \(number) of \(name) has \(count) bytes")
            return InputRecord(id: nil, place: place, .refused(refusal))
        case .line(let bytes):
            do throws(JSONError) {
                let row = try Row(bytes)
                let id = try row.decode("id", as: String.self)
                let source = try? row.decode("source", as: Source.self)
                return InputRecord(id: id, place: source?.place ?? place, .value(row))
            } catch {
                let refusal = Refusal("invalid_row", "line \(number) of \(name): \(error)")
                return InputRecord(id: nil, place: place, .refused(refusal))
            }
        }
    }
}
