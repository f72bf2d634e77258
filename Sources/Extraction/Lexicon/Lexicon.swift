import Language

/// The word lists of the English rules, looked up by the hash of a folded word.
struct Lexicon: Sendable {
    static let english = Lexicon()

    private var table: [WordHash: WordClass] = [:]
    let cues = CueLexicon()
    let places = PlaceNames()

    private init() {
        for (words, type) in Self.functionWords + Self.nameWords + Self.roleWords { add(words, type) }
        for hash in cues.forms { table[hash, default: []].formUnion(.cue) }
        for hash in places.firstWords { table[hash, default: []].formUnion(.place) }
        for hash in places.demonymWords { table[hash, default: []].formUnion(.demonym) }
    }

    private mutating func add(_ words: StaticString, _ type: WordClass) {
        for word in WordList(words) { table[WordHash(word), default: []].formUnion(type) }
    }

    @inline(__always)
    subscript(hash: WordHash) -> WordClass { table[hash] ?? [] }
}

/// The words of a list that is written as text, between spaces and line feeds.
struct WordList: Sequence {
    private let words: [String]

    init(_ text: StaticString) {
        words = "\(text)".utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    func makeIterator() -> [String].Iterator { words.makeIterator() }
}
