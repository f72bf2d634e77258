import Digest
public import Records
public import SystemPackage

/// A section of pipeline.json. One list of settings serves reading, checking, the digest and the JSON Schema.
public protocol Settings: Sendable {
    /// The defaults.
    init()
    /// Hands each setting to the visitor.
    mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError)
    /// Finds the files that the settings name or imply. Paths are as seen from `folder`, that of the file that the
    /// settings were read from; without one, from the working directory.
    mutating func resolve(in folder: FilePath?) throws
    /// Once resolved: digests of files that decide the output as the values of the settings do.
    var resources: [String] { get }
}

extension Settings {
    public mutating func resolve(in folder: FilePath?) throws {}
    public var resources: [String] { [] }
}

/// What walks the settings of a section.
public protocol SettingsVisitor {
    /// A setting: its key, its value, what values are allowed, and what it does.
    mutating func setting<Value: SettingValue>(
        _ key: StaticString, _ value: inout Value, _ allowed: Value.Allowed?, _ about: String
    ) throws(ConfigurationError)
    /// A section within the section.
    mutating func section(_ key: StaticString, _ value: inout some Settings, _ about: String) throws(ConfigurationError)
    /// A list of sections.
    mutating func sections<Section: Settings>(
        _ key: StaticString, _ values: inout [Section], _ about: String
    ) throws(ConfigurationError)
}

extension SettingsVisitor {
    /// A setting that may have any value of its type.
    public mutating func setting<Value: SettingValue>(
        _ key: StaticString, _ value: inout Value, _ about: String
    ) throws(ConfigurationError) {
        try setting(key, &value, nil, about)
    }
}

/// A type that a setting can have.
public protocol SettingValue: JSONValue {
    associatedtype Allowed: Sendable = Never
    /// Writes the members of its JSON Schema, such as `"type":"integer"`, without braces.
    static func writeSchema(_ writer: inout JSONWriter, allowed: Allowed?)
    func isAllowed(_ allowed: Allowed) -> Bool
    /// For an error message, such as "a whole number from 1 to 64".
    static func expectation(_ allowed: Allowed?) -> String
}

extension Settings {
    /// The effective settings as JSON, defaults included.
    public func write(json writer: inout JSONWriter) {
        var visitor = SettingsWriter(writer: writer)
        var copy = self
        visitor.writer.beginObject()
        try? copy.visit(&visitor)
        visitor.writer.endObject()
        writer = visitor.writer
    }

    /// The digest of the effective settings and their resources, 64 hexadecimal digits.
    public var sha256: String {
        var writer = JSONWriter()
        write(json: &writer)
        if !resources.isEmpty { resources.write(json: &writer) }
        return SHA256.hex(writer.bytes)
    }
}

private struct SettingsWriter: SettingsVisitor {
    var writer: JSONWriter

    mutating func setting<Value: SettingValue>(
        _ key: StaticString, _ value: inout Value, _ allowed: Value.Allowed?, _ about: String
    ) throws(ConfigurationError) {
        writer.key(key)
        value.write(json: &writer)
    }

    mutating func section(
        _ key: StaticString, _ value: inout some Settings, _ about: String
    ) throws(ConfigurationError) {
        writer.key(key)
        value.write(json: &writer)
    }

    mutating func sections<Section: Settings>(
        _ key: StaticString, _ values: inout [Section], _ about: String
    ) throws(ConfigurationError) {
        writer.key(key)
        writer.beginArray()
        for value in values { value.write(json: &writer) }
        writer.endArray()
    }
}
