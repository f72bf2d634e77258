/// The tokens of a text: where each lies, its form, and whether a space follows.
struct TokenList {
    struct Item {
        /// Bytes into the text.
        var start: Int
        var length: Int32
        var form: Int32
        var isFollowedBySpace = false

        var end: Int { start + Int(length) }
    }

    var items: [Item] = []

    var count: Int { items.count }

    @inline(__always) mutating func append(_ pieces: ArraySlice<Piece>, at start: Int) {
        var start = start
        for piece in pieces {
            items.append(Item(start: start, length: piece.length, form: piece.form))
            start += Int(piece.length)
        }
    }
}

/// A part of a word: its form and its length in bytes.
struct Piece {
    var form: Int32
    var length: Int32
}
