/// The tokenizer's exceptions: words that are cut as a table says.
struct Exceptions {
    private var table = ByteTable()
    private var pieces: [[Piece]] = []

    mutating func insert(_ word: [UInt8], _ cut: [Piece]) {
        let index = word.withUnsafeBufferPointer { table.insert($0) }
        if index == pieces.count { pieces.append(cut) } else { pieces[index] = cut }
    }

    var all: [[Piece]] { pieces }

    func find(_ word: UnsafeBufferPointer<UInt8>) -> [Piece]? { table.find(word).map { pieces[$0] } }
}
