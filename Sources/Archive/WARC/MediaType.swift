/// A media type and its charset, from a Content-Type field (RFC 9110, section 8.3).
struct MediaType {
    /// In lower case, empty if there is none.
    var name: String
    var charset: String?

    init(_ value: String) {
        let parts = value.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Self.trimmed(String($0) ?? "") }
        name = parts.first?.lowercased() ?? ""
        for parameter in parts.dropFirst() {
            guard let equals = parameter.firstIndex(of: "="),
                Self.trimmed(String(parameter[..<equals])).lowercased() == "charset"
            else { continue }
            let label = Self.trimmed(String(parameter[equals...].dropFirst()), also: "\"'")
            if !label.isEmpty {
                charset = label
                break
            }
        }
    }

    private static func trimmed(_ text: String, also: String = "") -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || also.contains($0) }
        let rest = text.drop(while: isSpace)
        guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(rest[...last])
    }
}
