/// A JSON value as pages embed it.
indirect enum LooseJSON: Sendable {
    case object([(key: String, value: LooseJSON)])
    case array([LooseJSON])
    case string(String)
    case number(String)
    case bool(Bool)
    case null

    subscript(key: String) -> LooseJSON? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.key == key }?.value
    }

    /// The elements of an array; a single value stands for an array of one.
    var elements: [LooseJSON] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }

    var string: String? {
        switch self {
        case .string(let value): value.isEmpty ? nil : value
        case .number(let value): value
        case .array(let elements): elements.first?.string
        default: nil
        }
    }
}

/// Reads JSON as it is found in pages: bare control characters and unescaped quotation marks in strings, trailing or
/// missing commas, comment marks around it, and an end that never comes are all put up with.
struct LooseJSONReader {
    /// Counted limits: what is deeper or more is left out.
    static let maximumDepth = 48
    static let maximumValues = 40_000

    private let bytes: [UInt8]
    private var position = 0
    private var values = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// All values that stand one after another.
    mutating func readAll() -> [LooseJSON] {
        var found: [LooseJSON] = []
        while let start = bytes[position...].firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) {
            position = start
            guard let value = read(depth: 0) else { break }
            found.append(value)
        }
        return found
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func read(depth: Int) -> LooseJSON? {
        skipSpace()
        values += 1
        guard let byte = peek(), depth < Self.maximumDepth, values < Self.maximumValues else {
            position = bytes.count
            return nil
        }
        switch byte {
        case UInt8(ascii: "{"): return readObject(depth)
        case UInt8(ascii: "["): return readArray(depth)
        case UInt8(ascii: "\""): return .string(readString())
        default: return readWord()
        }
    }

    private mutating func readObject(_ depth: Int) -> LooseJSON {
        position += 1
        var fields: [(key: String, value: LooseJSON)] = []
        while true {
            skipSpace()
            guard let byte = peek() else { return .object(fields) }
            switch byte {
            case UInt8(ascii: "}"):
                position += 1
                return .object(fields)
            case UInt8(ascii: "\""):
                let key = readString()
                skipSpace()
                if peek() == UInt8(ascii: ":") { position += 1 }
                guard let value = read(depth: depth + 1) else { return .object(fields) }
                fields.append((key, value))
            case UInt8(ascii: "]"): return .object(fields)
            default: position += 1
            }
        }
    }

    private mutating func readArray(_ depth: Int) -> LooseJSON {
        position += 1
        var elements: [LooseJSON] = []
        while true {
            skipSpace()
            guard let byte = peek() else { return .array(elements) }
            switch byte {
            case UInt8(ascii: "]"):
                position += 1
                return .array(elements)
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"), UInt8(ascii: ":"): return .array(elements)
            default:
                guard let value = read(depth: depth + 1) else { return .array(elements) }
                elements.append(value)
            }
        }
    }

    /// `true`, `false`, `null`, a number, or anything else up to the next mark.
    private mutating func readWord() -> LooseJSON {
        let start = position
        while let byte = peek(), byte > 0x20, byte != 0x2c, byte != 0x5d, byte != 0x7d, byte != 0x22 { position += 1 }
        if position == start { position += 1 }
        let word = String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default: return .number(word)
        }
    }

    private mutating func readString() -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                if endsString() { return String(decoding: text, as: UTF8.self) }
                text.append(byte)
            case UInt8(ascii: "\\"):
                position += 1
                readEscape(into: &text)
            default:
                text.append(byte)
                position += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A quotation mark ends a string where a mark of the syntax follows; elsewhere somebody forgot to escape it.
    private func endsString() -> Bool {
        var next = position
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        guard next < bytes.count else { return true }
        switch bytes[next] {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""): return true
        default: return false
        }
    }

    private mutating func readEscape(into text: inout [UInt8]) {
        guard let byte = peek() else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            text.append(byte == UInt8(ascii: "n") ? 0x0a : 0x20)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): break
        case UInt8(ascii: "u"):
            guard var scalar = readHex() else { return }
            if scalar & 0xfc00 == 0xd800, position + 1 < bytes.count, bytes[position] == 0x5c,
                bytes[position + 1] == 0x75
            {
                position += 2
                if let low = readHex(), low & 0xfc00 == 0xdc00 {
                    scalar = 0x10000 + ((scalar & 0x3ff) << 10 | low & 0x3ff)
                }
            }
            if let value = Unicode.Scalar(scalar) { text.append(contentsOf: String(value).utf8) }
        default: text.append(byte)
        }
    }

    private mutating func readHex() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | (UInt32(byte | 0x20) - 0x57)
            default: return nil
            }
        }
        position += 4
        return value
    }
}
