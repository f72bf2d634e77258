import Language
import Records

/// A stretch of text that names something, before it is known which entity it belongs to.
struct Name {
    /// Token indices.
    var range: Range<Int>
    /// Bytes of the text where they are less than the tokens: "Berlin" of "Berlin-based".
    var bytes: Range<Int>?
    var type: Entity.Kind
    /// Why it has this type; the strongest reason in the document decides for all names of the same words.
    var evidence: Evidence
    /// The model's own label.
    var label: String?
    /// Titles and roles beside it, as token ranges.
    var roles: [Range<Int>] = []
    var gender: Gender?
    /// Of a place or a people: which country of the table.
    var country: Int?
    /// The name to go by where a table knows it.
    var canonical: String?
    /// What the evidence is: the table's line, the name that it repeats.
    var source: String?

    enum Evidence: Int, Comparable {
        case unknown
        case shape
        case preposition
        case cue
        case acronym
        case headNoun
        case model
        /// The same words, or the last of a full name, elsewhere in the document.
        case repeated
        case firstName
        case role
        case table

        /// As mentions name it.
        var rule: String {
            switch self {
            case .headNoun: "head_noun"
            case .firstName: "first_name"
            default: "\(self)"
            }
        }

        static func < (one: Evidence, other: Evidence) -> Bool { one.rawValue < other.rawValue }
    }

    enum Gender {
        case male
        case female
    }
}

extension Document {
    /// In bytes of the text.
    func bytes(_ name: Name) -> Range<Int> { name.bytes ?? bytes(name.range) }

    /// Whether a full stop ends no sentence.
    func sentenceGoesOn(behind index: Int) -> Bool {
        let next = index + 1
        return next < tokens.count && paragraphOf[next] == paragraphOf[index] && !tokens[next].isCapitalised
    }

    /// Whether a word is the first of its sentence or behind an opening quotation mark.
    func startsSentence(_ index: Int) -> Bool {
        guard index > 0, paragraphOf[index - 1] == paragraphOf[index] else { return true }
        return tokens[index - 1].kind == .quote || sign(index - 1, ".") || sign(index - 1, "!") || sign(index - 1, "?")
    }

    func string(_ name: Name) -> String { String(decoding: text[bytes(name)], as: UTF8.self) }
}
