public import Records

/// A configuration that cannot be used: which key, what is wrong, what would be right.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    /// Such as `stages[1].max_page_bytes`.
    public var key: String
    public var problem: String

    public init(_ key: String, _ problem: String) {
        self.key = key
        self.problem = problem
    }

    public var description: String { key.isEmpty ? problem : "\(key): \(problem)" }
}

extension Settings {
    /// Reads a section strictly: unknown keys, wrong types and values out of range are errors; what is missing keeps
    /// its default. `ignored` names keys that others read.
    public init(_ row: Row, at path: String = "", ignoring ignored: Set<String> = []) throws(ConfigurationError) {
        self.init()
        var reader = SettingsReader(row: row, path: path)
        try visit(&reader)
        let known = reader.known
        for key in row.keys where !known.contains(key) && !ignored.contains(key) {
            throw ConfigurationError(
                path + key, "unknown key; known here: \(known.sorted().joined(separator: ", "))")
        }
    }
}

private struct SettingsReader: SettingsVisitor {
    let row: Row
    /// Ends with a full stop unless empty.
    let path: String
    var known: Set<String> = []

    mutating func setting<Value: SettingValue>(
        _ key: StaticString, _ value: inout Value, _ allowed: Value.Allowed?, _ about: String
    ) throws(ConfigurationError) {
        let name = "\(key)"
        known.insert(name)
        guard row.has(name) else { return }
        do throws(JSONError) {
            value = try row.value(name)
        } catch {
            throw ConfigurationError(path + name, "expected \(Value.expectation(allowed)), found \(found(name))")
        }
        if let allowed, !value.isAllowed(allowed) {
            throw ConfigurationError(path + name, "expected \(Value.expectation(allowed)), found \(found(name))")
        }
    }

    mutating func section(
        _ key: StaticString, _ value: inout some Settings, _ about: String
    ) throws(ConfigurationError) {
        let name = "\(key)"
        known.insert(name)
        guard let raw = row.raw(name) else { return }
        func read<T: Settings>(_ type: T.Type, _ row: Row) throws(ConfigurationError) -> T {
            try T(row, at: path + name + ".")
        }
        guard let inner = try? Row(Array(raw)) else {
            throw ConfigurationError(path + name, "expected an object, found \(found(name))")
        }
        value = try read(type(of: value), inner)
    }

    mutating func sections<Section: Settings>(
        _ key: StaticString, _ values: inout [Section], _ about: String
    ) throws(ConfigurationError) {
        let name = "\(key)"
        known.insert(name)
        guard row.has(name) else { return }
        guard let objects: [RawObject] = try? row.value(name) else {
            throw ConfigurationError(path + name, "expected a list of objects, found \(found(name))")
        }
        values = []
        for (index, object) in objects.enumerated() {
            values.append(try Section(object.row, at: "\(path)\(name)[\(index)]."))
        }
    }

    /// The value as it stands, cut short.
    private func found(_ name: String) -> String {
        String(decoding: row.raw(name)?.prefix(60) ?? [], as: UTF8.self)
    }
}
