import ArgumentParser
import Files
import Records
import Staging
import SystemPackage

/// A file that a person named, or standard input.
struct InspectedInput {
    private let path: FilePath
    private let file: FileDescriptor

    /// - Parameter name: a path, or `-`.
    init(_ name: String) throws {
        path = FilePath(name)
        do { file = name == "-" ? .standardInput : try FileDescriptor.open(path, .readOnly) } catch let error as Errno {
            throw StageFailure(.io, "\(name): \(error.description)")
        }
    }

    /// The next bytes, nil at the end.
    func next() throws -> [UInt8]? {
        let bytes = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            do { count = try file.read(into: UnsafeMutableRawBufferPointer(buffer)) } catch let error as Errno {
                throw StageFailure(.io, "\(path): \(error.description)")
            }
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// All bytes. More than `limit` are refused.
    func all(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let more = try next() {
            bytes += more
            guard bytes.count <= limit else { throw StageFailure(.refused, "\(path): more than \(limit) bytes") }
        }
        return bytes
    }
}

/// JSON lines to standard output.
struct InspectedOutput: ~Copyable {
    private var writer = JSONWriter()

    mutating func line(_ fields: (inout JSONWriter) -> Void) throws {
        writer.beginObject()
        fields(&writer)
        writer.endObject()
        writer.newline()
        if writer.bytes.count > 1 << 16 { try flush() }
    }

    mutating func flush() throws {
        _ = try FileDescriptor.standardOutput.writeAll(writer.bytes)
        writer.removeAll()
    }
}

extension JSONWriter {
    mutating func field(_ key: StaticString, _ value: String?) {
        self.key(key)
        if let value { write(value) } else { writeNull() }
    }
}
