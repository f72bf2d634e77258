/// How words between spaces were cut before.
struct WordCache {
    private var table = ByteTable(minimumCapacity: 16_384)
    private var ends: [Int] = []
    private var pieces: [Piece] = []

    private static let limit = 1 << 16
    private static let byteLimit = 4 << 20

    @inline(__always) func find(_ word: UnsafeBufferPointer<UInt8>) -> ArraySlice<Piece>? {
        guard let index = table.find(word) else { return nil }
        return pieces[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    var isFull: Bool { ends.count >= Self.limit || table.byteCount >= Self.byteLimit }

    /// Remembers a word that `find` did not find.
    mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ cut: [Piece]) {
        _ = table.insert(word)
        pieces.append(contentsOf: cut)
        ends.append(pieces.count)
    }

    mutating func clear() {
        table.truncate(to: 0)
        ends.removeAll()
        pieces.removeAll()
    }
}
