/// Why bytes are not the JSON that was expected, and where.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        case unexpectedEnd
        case unexpectedByte(UInt8)
        case trailingBytes
        case invalidUTF8
        case controlCharacter
        case invalidEscape
        case loneSurrogate
        case invalidNumber
        case tooDeep(limit: Int)
        case duplicateKey(String)
        case missingKey(String)
        case wrongType(expected: String)
        case notAllowed(value: String, allowed: String)
    }

    public var reason: Reason
    /// Byte offset into the parsed bytes.
    public var offset: Int
    /// Keys and indices from the outermost value inward, such as `quotes[3].start`; empty at the top.
    public var path: String

    public init(_ reason: Reason, at offset: Int, path: String = "") {
        self.reason = reason
        self.offset = offset
        self.path = path
    }

    /// The same error seen from one level further out.
    func inside(_ key: String) -> JSONError {
        var error = self
        error.path = path.isEmpty ? key : path.first == "[" ? key + path : key + "." + path
        return error
    }

    public var description: String {
        let what =
            switch reason {
            case .unexpectedEnd: "the value ends too early"
            case .unexpectedByte(let byte): "unexpected byte 0x" + String(byte, radix: 16)
            case .trailingBytes: "more bytes after the value"
            case .invalidUTF8: "invalid UTF-8"
            case .controlCharacter: "a control character that is not escaped"
            case .invalidEscape: "an invalid escape"
            case .loneSurrogate: "half of a surrogate pair"
            case .invalidNumber: "an invalid number"
            case .tooDeep(let limit): "nested deeper than \(limit) levels"
            case .duplicateKey(let key): "the key \"\(key)\" stands twice"
            case .missingKey(let key): "the key \"\(key)\" is missing"
            case .wrongType(let expected): "expected \(expected)"
            case .notAllowed(let value, let allowed): "\"\(value)\" is not one of \(allowed)"
            }
        return path.isEmpty ? "\(what) at byte \(offset)" : "\(path): \(what) at byte \(offset)"
    }
}
