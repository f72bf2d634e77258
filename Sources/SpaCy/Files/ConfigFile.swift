import FoundationEssentials

/// spaCy's config.cfg: sections of keys whose values are JSON, or refer to others (https://spacy.io/api/data-formats#config).
public struct ConfigFile: Sendable {
    private var values: [String: String] = [:]
    private static let depth = 8

    /// Throws where a line is neither a section, a key, a comment nor the rest of a value.
    public init(_ text: String, name: String = "config.cfg") throws(ModelError) {
        var section = ""
        var key: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let trimmed = String(line).trimmed
            if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix(";") { continue }
            if line.first?.isWhitespace == true, let key {
                values[key, default: ""] += trimmed
            } else if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
                section = String(trimmed.dropFirst().dropLast())
                key = nil
                values[section] = values[section] ?? ""
            } else if let equals = trimmed.firstIndex(of: "=") {
                let whole = section + "." + String(trimmed[..<equals]).trimmed
                values[whole] = String(trimmed[trimmed.index(after: equals)...]).trimmed
                key = whole
            } else {
                throw .damaged(name, reason: "the line \(trimmed.prefix(60)) is no key and no section")
            }
        }
    }

    public func hasSection(_ name: String) -> Bool { values[name] != nil }

    public func string(_ key: String) -> String? { decode(key) }

    public func strings(_ key: String) -> [String]? { decode(key) }

    public func int(_ key: String) -> Int? { decode(key) }

    public func bool(_ key: String) -> Bool? { decode(key) }

    private func decode<Value: Decodable>(_ key: String) -> Value? {
        guard let raw = raw(key, 0) else { return nil }
        return try? JSONDecoder().decode(Value.self, from: Data(raw.utf8))
    }

    /// A value as JSON; `${section.key}` and `${section:key}` stand for another.
    private func raw(_ key: String, _ depth: Int) -> String? {
        guard depth < Self.depth, let value = values[key] else { return nil }
        guard value.hasPrefix("${"), value.hasSuffix("}") else { return value }
        let target = value.dropFirst(2).dropLast().map { $0 == ":" ? "." : $0 }
        return raw(String(target), depth + 1)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
