/// The 64-bit ids by which spaCy names strings: small numbers for its symbols, a hash for all others.
struct StringIDs {
    private var fixed = ByteTable()

    init() {
        for symbol in symbols {
            var symbol = symbol
            symbol.withUTF8 { _ = fixed.insert($0) }
        }
    }

    func id(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        if bytes.isEmpty { return 0 }
        if let index = fixed.find(bytes) { return UInt64(index) + 1 }
        return MurmurHash.hash64A(bytes, seed: 1)
    }

    func id(_ string: String) -> UInt64 {
        var string = string
        return string.withUTF8 { id($0) }
    }
}
