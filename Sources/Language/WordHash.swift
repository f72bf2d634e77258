/// The identity of a folded word in 64 bits: FNV-1a over its folded UTF-8.
///
/// Word lists are looked up by it, so that no string is made for a token.
public struct WordHash: Hashable, Sendable {
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    public init(_ word: String) {
        var word = word
        self = word.withUTF8 { WordHash($0) }
    }

    public init(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            let (scalar, next) = Scalars.decode(text, at: index)
            append(scalar)
            index = next
        }
    }

    @inline(__always)
    mutating func append(_ scalar: UInt32) {
        var value = value
        Folding.fold(scalar) { value = (value ^ UInt64($0)) &* 0x100_0000_01b3 }
        self.value = value
    }
}
