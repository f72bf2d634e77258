/// A key whose bytes sort as its parts do, the first part first: strings by their scalars, numbers by their value.
public struct SortKey: Sendable {
    private(set) var bytes: [UInt8] = []

    public init() {}

    public func then(_ text: String) -> SortKey {
        var key = self
        key.bytes += text.utf8
        key.bytes.append(0)
        return key
    }

    public func then(_ number: Int) -> SortKey {
        var key = self
        let ordered = UInt64(bitPattern: Int64(number)) ^ 1 << 63
        withUnsafeBytes(of: ordered.bigEndian) { key.bytes += $0 }
        return key
    }
}
