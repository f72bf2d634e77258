import Language
import Records

/// The shorter forms that a long name can stand under: last words, first word, first and last, initials.
struct ShortNames {
    private var entities: [[WordHash]: [Int]] = [:]

    /// The entities that may be meant.
    subscript(words: [WordHash]) -> [Int]? { entities[words] }

    /// `initials` are the first letters of the capitalised words of the name.
    mutating func remember(_ words: [WordHash], initials: String, _ entity: Int, _ type: Entity.Kind) {
        guard words.count > 1, type != .place, type != .other else { return }
        for count in 1..<min(words.count, 4) { add(Array(words.suffix(count)), entity) }
        add([words[0]], entity)
        if words.count > 2 { add([words[0], words[words.count - 1]], entity) }
        if initials.count > 1 { add([WordHash(initials)], entity) }
    }

    private mutating func add(_ words: [WordHash], _ entity: Int) {
        if entities[words]?.last != entity { entities[words, default: []].append(entity) }
    }
}
