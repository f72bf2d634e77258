import Language
import Records

/// Word classes as coarse as parts of speech, from lists, shapes and endings; small numbers.
enum TokenCategory {
    static func rank(_ type: Entity.Kind) -> Int {
        switch type {
        case .person: 0
        case .organisation: 1
        case .place: 2
        case .outlet: 3
        case .other: 4
        }
    }

    static func of(_ index: Int, _ document: Document, _ names: NameIndex) -> UInt64 {
        let token = document.tokens[index]
        switch token.kind {
        case .quote:
            guard document.covering[index] >= 0 else { return 1 }
            let range = document.quotations[Int(document.covering[index])].range
            return index == range.lowerBound ? 2 : index == range.upperBound - 1 ? 3 : 4
        case .number: return 5
        case .symbol: return 6
        case .punctuation: return sign(index, document)
        case .word: break
        }
        if let name = names.name(at: index) {
            return 16 + UInt64(rank(names.names[name].type)) * 2
                + (names.names[name].range.upperBound == index + 1 ? 1 : 0)
        }
        return list(index, document) ?? ending(index, document)
    }

    private static func sign(_ index: Int, _ document: Document) -> UInt64 {
        switch document.text[document.tokens[index].start] {
        case UInt8(ascii: ","): 7
        case UInt8(ascii: "."): 8
        case UInt8(ascii: ":"): 9
        case UInt8(ascii: ";"): 10
        case UInt8(ascii: "?"), UInt8(ascii: "!"): 11
        case UInt8(ascii: "("), UInt8(ascii: "["): 12
        case UInt8(ascii: ")"), UInt8(ascii: "]"): 13
        default: document.isDash(index) ? 14 : 15
        }
    }

    private static let words: [WordHash: UInt64] = {
        var words: [WordHash: UInt64] = [:]
        for (place, word) in [
            "that", "to", "of", "by", "as", "who", "which", "it", "there", "not", "according", "if", "whether", "what",
            "how", "'s",
        ].enumerated() { words[WordHash(word)] = 32 + UInt64(place) }
        return words
    }()

    /// In the order of how much a class says.
    private static let classes: [(WordClass, UInt64)] = [
        (.pronounPerson, 50), (.subjectPronoun, 51), (.possessivePronoun, 52), (.article, 53), (.modal, 54), (.be, 55),
        (.auxiliary, 56), (.relative, 57), (.subordinator, 58), (.conjunction, 59), (.preposition, 60),
        (.determiner, 61), (.weekday, 62), (.month, 62), (.time, 63), (.nominalCue, 64), (.document, 65),
        (.source, 66), (.people, 67), (.role, 68), (.roleModifier, 69), (.body, 70), (.organisation, 71),
        (.outletNoun, 72), (.demonym, 73), (.adverb, 74), (.finiteVerb, 75),
    ]

    private static func list(_ index: Int, _ document: Document) -> UInt64? {
        if let word = words[document.tokens[index].hash] { return word }
        if document.has(index, .cue), let cue = document.lexicon.cues.verb(document.tokens[index].hash) {
            let says: UInt64 = cue.verb.kind == .says || cue.verb.kind == .writes ? 0 : 1
            switch cue.form {
            case .base: return 80 + says
            case .present: return 82 + says
            case .past: return 84 + says
            case .participle: return 86 + says
            case .gerund: return 88 + says
            }
        }
        let found = document.classes[index]
        return classes.first { !found.isDisjoint(with: $0.0) }?.1
    }

    private static func ending(_ index: Int, _ document: Document) -> UInt64 {
        let token = document.tokens[index]
        if token.shape.contains(.allUpper) { return 90 }
        if token.isCapitalised { return 91 }
        var last: UInt64 = 0
        for byte in document.text[max(token.start, token.end - 5)..<token.end] { last = last << 8 | UInt64(byte) }
        let length = token.end - token.start
        for (letters, mask, value, category) in Self.endings where last & mask == value && length > letters + 1 {
            return category
        }
        return 110
    }

    /// Letters, the bits that they fill, their bytes, and the class, most telling first.
    private static let endings: [(letters: Int, mask: UInt64, value: UInt64, category: UInt64)] = [
        ["ly"], ["ing"], ["ed"], ["tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism"],
        ["tions", "sions", "ments", "ties", "ists", "ers", "ors"], ["er", "or", "ist", "man", "woman"],
        ["al", "ive", "ous", "ful", "able", "ible", "ic", "less", "ary"], ["ss", "us", "is"], ["s"],
    ].enumerated().flatMap { place, endings in
        endings.map { ending in
            let value = ending.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return (ending.utf8.count, (1 << UInt64(8 * ending.utf8.count)) - 1, value, 92 + UInt64(place))
        }
    }
}
