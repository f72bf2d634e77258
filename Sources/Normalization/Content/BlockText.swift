internal import Records

/// An article's text as it grows: blocks joined by an empty line, counted in Unicode scalars.
struct BlockText {
    private(set) var blocks: [Block] = []
    private var bytes: [UInt8] = []
    private var scalars = 0

    /// What stands between two blocks.
    static let separator = "\n\n"

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var byteCount: Int { bytes.count }

    /// Appends a block of well-formed UTF-8.
    mutating func append(_ kind: Block.Kind, _ text: UnsafeBufferPointer<UInt8>, path: String?, at time: String? = nil)
    {
        if !blocks.isEmpty {
            bytes.append(contentsOf: Self.separator.utf8)
            scalars += Self.separator.utf8.count
        }
        let start = scalars
        bytes.append(contentsOf: text)
        for byte in text where byte & 0xc0 != 0x80 { scalars += 1 }
        blocks.append(Block(kind, start: start, end: scalars, path: path, at: time))
    }

    mutating func append(_ kind: Block.Kind, _ text: String, path: String?) {
        var text = text
        text.withUTF8 { append(kind, $0, path: path) }
    }
}
