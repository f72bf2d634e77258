/// Reads MessagePack from a mapped file. Lengths are checked before they are used; depth and the number of values that
/// are kept are bounded.
struct MessagePackReader {
    private let file: MappedFile
    private(set) var position: Int
    private let end: Int
    private var budget = Self.limit
    private static let limit = 1_000_000
    private static let depth = 32

    init(_ file: MappedFile) { self.init(file, 0..<file.count) }

    init(_ file: MappedFile, _ range: Range<Int>) {
        self.file = file
        position = range.lowerBound
        end = range.upperBound
    }

    /// The whole of the input as one value.
    mutating func document() throws(ModelError) -> MessagePack {
        let value = try value(depth: 0)
        guard position == end else { throw file.damaged("bytes after the end of MessagePack") }
        return value
    }

    /// The next value. The bound on what is kept counts anew.
    mutating func value() throws(ModelError) -> MessagePack {
        budget = Self.limit
        return try value(depth: 0)
    }

    /// The number of pairs of the map that begins here.
    mutating func mapHeader() throws(ModelError) -> Int {
        let tag = try byte()
        switch tag {
        case 0x80...0x8f: return Int(tag & 15)
        case 0xde: return Int(try unsigned(2))
        case 0xdf: return Int(try unsigned(4))
        default: throw file.damaged("a map was expected")
        }
    }

    private mutating func value(depth: Int) throws(ModelError) -> MessagePack {
        budget -= 1
        guard depth < Self.depth, budget > 0 else { throw file.damaged("too many or too deep values") }
        let tag = try byte()
        switch tag {
        case 0x00...0x7f: return .integer(Int64(tag))
        case 0x80...0x8f: return try map(Int(tag & 15), depth)
        case 0x90...0x9f: return try array(Int(tag & 15), depth)
        case 0xa0...0xbf: return try string(Int(tag & 31))
        case 0xc0: return .null
        case 0xc2: return .bool(false)
        case 0xc3: return .bool(true)
        case 0xc4, 0xc5, 0xc6: return .binary(try take(Int(try unsigned(1 << Int(tag - 0xc4)))))
        case 0xca: return .number(Double(Float(bitPattern: UInt32(try unsigned(4)))))
        case 0xcb: return .number(Double(bitPattern: try unsigned(8)))
        case 0xcc, 0xcd, 0xce, 0xcf:
            let value = try unsigned(1 << Int(tag - 0xcc))
            return value <= UInt64(Int64.max) ? .integer(Int64(value)) : .unsigned(value)
        case 0xd0: return .integer(Int64(Int8(truncatingIfNeeded: try unsigned(1))))
        case 0xd1: return .integer(Int64(Int16(truncatingIfNeeded: try unsigned(2))))
        case 0xd2: return .integer(Int64(Int32(truncatingIfNeeded: try unsigned(4))))
        case 0xd3: return .integer(Int64(bitPattern: try unsigned(8)))
        case 0xd9, 0xda, 0xdb: return try string(Int(try unsigned(1 << Int(tag - 0xd9))))
        case 0xdc, 0xdd: return try array(Int(try unsigned(2 << Int(tag - 0xdc))), depth)
        case 0xde, 0xdf: return try map(Int(try unsigned(2 << Int(tag - 0xde))), depth)
        case 0xe0...0xff: return .integer(Int64(Int8(bitPattern: tag)))
        default: throw file.damaged("MessagePack type \(tag) is not used by spaCy")
        }
    }

    private mutating func array(_ count: Int, _ depth: Int) throws(ModelError) -> MessagePack {
        guard count <= end - position else { throw file.damaged("an array is longer than the file") }
        var values: [MessagePack] = []
        for _ in 0..<count { values.append(try value(depth: depth + 1)) }
        return .array(values)
    }

    private mutating func map(_ count: Int, _ depth: Int) throws(ModelError) -> MessagePack {
        guard count <= (end - position) / 2 else { throw file.damaged("a map is longer than the file") }
        var pairs: [(key: MessagePack, value: MessagePack)] = []
        for _ in 0..<count { pairs.append((try value(depth: depth + 1), try value(depth: depth + 1))) }
        return .map(pairs)
    }

    private mutating func string(_ count: Int) throws(ModelError) -> MessagePack {
        let range = try take(count)
        guard let string = String(validating: UnsafeRawBufferPointer(rebasing: file.bytes[range]), as: UTF8.self) else {
            throw file.damaged("a string is not UTF-8")
        }
        return .string(string)
    }

    private mutating func byte() throws(ModelError) -> UInt8 {
        guard position < end else { throw file.damaged("it ends too early") }
        defer { position += 1 }
        return file.bytes[position]
    }

    /// A big-endian integer.
    private mutating func unsigned(_ width: Int) throws(ModelError) -> UInt64 {
        var value: UInt64 = 0
        for index in try take(width) { value = value << 8 | UInt64(file.bytes[index]) }
        return value
    }

    private mutating func take(_ count: Int) throws(ModelError) -> Range<Int> {
        guard count >= 0, count <= end - position else { throw file.damaged("it ends too early") }
        defer { position += count }
        return position..<position + count
    }
}
