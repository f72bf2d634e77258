/// A property of a token that a model embeds.
enum Attribute: String, CaseIterable {
    case orth = "ORTH"
    case lower = "LOWER"
    case norm = "NORM"
    case shape = "SHAPE"
    case prefix = "PREFIX"
    case suffix = "SUFFIX"
    case isSpace = "IS_SPACE"
    /// Whether a space follows: the one property that the word alone does not give.
    case spacy = "SPACY"

    init(name: String) throws(ModelError) {
        guard let attribute = Attribute(rawValue: name) else { throw .unsupported("the attribute \(name)") }
        self = attribute
    }
}
