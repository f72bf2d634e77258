/// A value of MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md). Long byte strings stay in the file.
enum MessagePack {
    case null
    case bool(Bool)
    case integer(Int64)
    /// Above `Int64.max`: hashes are such.
    case unsigned(UInt64)
    case number(Double)
    case string(String)
    /// Where in the file the bytes lie.
    case binary(Range<Int>)
    case array([MessagePack])
    case map([(key: MessagePack, value: MessagePack)])
}

extension MessagePack {
    var string: String? { if case .string(let string) = self { string } else { nil } }
    var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    var array: [MessagePack]? { if case .array(let array) = self { array } else { nil } }
    var map: [(key: MessagePack, value: MessagePack)]? { if case .map(let map) = self { map } else { nil } }
    var binary: Range<Int>? { if case .binary(let range) = self { range } else { nil } }

    var int: Int? { if case .integer(let value) = self { Int(value) } else { nil } }

    /// An unsigned integer of any width.
    var hash: UInt64? {
        switch self {
        case .integer(let value) where value >= 0: UInt64(value)
        case .unsigned(let value): value
        default: nil
        }
    }

    /// The value under a key of a map, where keys are strings.
    subscript(key: String) -> MessagePack? { map?.first { $0.key.string == key }?.value }
}
