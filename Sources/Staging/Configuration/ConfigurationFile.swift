import Files
public import Records
public import SystemPackage

/// pipeline.json: the keys of the runner, and an entry for each stage in the order of the data.
public struct ConfigurationFile {
    public let path: FilePath
    public let row: Row
    /// The entries of `stages`; each has a `stage` that names it.
    public let stages: [(name: String, settings: Row)]

    public init(_ path: FilePath) throws {
        self.path = path
        let bytes: [UInt8]
        do { bytes = try path.readBytes(limit: 16 << 20) } catch let error as FileError {
            throw StageFailure(.configuration, "\(error); name the file with --config")
        }
        do throws(JSONError) {
            row = try Row(bytes)
        } catch {
            throw StageFailure(.configuration, "\(path): no JSON object: \(error)")
        }
        do throws(ConfigurationError) {
            stages = try Self.stages(row)
        } catch {
            throw StageFailure(.configuration, "\(path): \(error)")
        }
    }

    private static func stages(_ row: Row) throws(ConfigurationError) -> [(name: String, settings: Row)] {
        let entries: [RawObject]
        do throws(JSONError) { entries = try row.decode("stages") ?? [] } catch {
            throw ConfigurationError("stages", "expected a list of objects, each with \"stage\": \(error)")
        }
        var stages: [(name: String, settings: Row)] = []
        for (index, entry) in entries.enumerated() {
            guard let name = try? entry.row.require("stage", as: String.self) else {
                throw ConfigurationError("stages[\(index)].stage", "expected the name of a stage")
            }
            guard !stages.contains(where: { $0.name == name }) else {
                throw ConfigurationError("stages[\(index)].stage", "\"\(name)\" stands twice")
            }
            stages.append((name, entry.row))
        }
        return stages
    }

    /// The settings of a stage; its defaults where it has no entry.
    public func settings<S: Stage>(of stage: S.Type) throws -> S.Configuration {
        guard let index = stages.firstIndex(where: { $0.name == S.name }) else { return S.Configuration() }
        do throws(ConfigurationError) {
            return try S.Configuration(stages[index].settings, at: "stages[\(index)].", ignoring: ["stage"])
        } catch {
            throw StageFailure(.configuration, "\(path): \(error)")
        }
    }
}

/// An object of any shape.
public struct RawObject: JSONValue {
    public static var shape: JSONShape { .foreign }
    let row: Row

    public init(json reader: inout JSONReader) throws(JSONError) {
        let place = try reader.skipValue()
        row = try Row(Array(reader.bytes[place]))
    }

    public func write(json writer: inout JSONWriter) {
        row.bytes.withUnsafeBufferPointer { writer.write(raw: $0) }
    }
}
