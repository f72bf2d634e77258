import FoundationEssentials

/// spaCy's config.cfg: sections of keys whose values are JSON, or refer to others
/// (https://spacy.io/api/data-formats#config). A key is named with its section, by dots.
public struct ConfigFile: Sendable {
    private enum Value: Decodable {
        case bool(Bool)
        case int(Int)
        case string(String)
        case array([Value])
        case object([String: Value])
        case reference(String)
        /// Null, and numbers with a fraction, which nobody asks for.
        case other

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let bool = try? value.decode(Bool.self) {
                self = .bool(bool)
            } else if let int = try? value.decode(Int.self) {
                self = .int(int)
            } else if let string = try? value.decode(String.self) {
                self = .string(string)
            } else if let array = try? value.decode([Value].self) {
                self = .array(array)
            } else if let object = try? value.decode([String: Value].self) {
                self = .object(object)
            } else {
                self = .other
            }
        }
    }

    private var values: [String: Value] = [:]
    private var sections: Set<String> = []
    private static let depth = 8

    /// Throws where a line is neither a section, a key, a comment nor the rest of a value.
    public init(_ text: String, name: String = "config.cfg") throws(ModelError) {
        var section = ""
        var key: String?
        var texts: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let trimmed = String(line).trimmed
            if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix(";") { continue }
            if line.first?.isWhitespace == true, let key {
                texts[key, default: ""] += trimmed
            } else if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
                section = String(trimmed.dropFirst().dropLast())
                key = nil
                sections.insert(section)
            } else if let equals = trimmed.firstIndex(of: "=") {
                let whole = section + "." + String(trimmed[..<equals]).trimmed
                texts[whole] = String(trimmed[trimmed.index(after: equals)...]).trimmed
                key = whole
            } else {
                throw .damaged(name, reason: "the line \(trimmed.prefix(60)) is no key and no section")
            }
        }
        for (key, text) in texts { set(key, Self.value(text), 0) }
    }

    private static func value(_ text: String) -> Value {
        if text.hasPrefix("${"), text.hasSuffix("}") {
            return .reference(String(text.dropFirst(2).dropLast().map { $0 == ":" ? "." : $0 }))
        }
        return (try? JSONDecoder().decode(Value.self, from: Data(text.utf8))) ?? .other
    }

    /// An object is as good as a section.
    private mutating func set(_ key: String, _ value: Value, _ depth: Int) {
        values[key] = value
        guard depth < Self.depth, case .object(let object) = value else { return }
        sections.insert(key)
        for (name, value) in object { set(key + "." + name, value, depth + 1) }
    }

    public func hasSection(_ name: String) -> Bool { sections.contains(name) }

    public func string(_ key: String) -> String? {
        if case .string(let string) = value(key, 0) { string } else { nil }
    }

    public func strings(_ key: String) -> [String]? {
        guard case .array(let values) = value(key, 0) else { return nil }
        return values.compactMap { if case .string(let string) = $0 { string } else { nil } }
    }

    public func int(_ key: String) -> Int? {
        if case .int(let int) = value(key, 0) { int } else { nil }
    }

    public func bool(_ key: String) -> Bool? {
        if case .bool(let bool) = value(key, 0) { bool } else { nil }
    }

    private func value(_ key: String, _ depth: Int) -> Value? {
        guard case .reference(let target) = values[key] else { return values[key] }
        return depth < Self.depth ? value(target, depth + 1) : nil
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
