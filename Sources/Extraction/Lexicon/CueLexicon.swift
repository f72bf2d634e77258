import Language
import Records

/// Verbs that attribute words or views, with what each takes.
struct CueLexicon: Sendable {
    /// What a cue takes as its content.
    struct Frames: OptionSet, Sendable {
        let rawValue: UInt16
        static let direct = Frames(rawValue: 1)
        static let that = Frames(rawValue: 2)
        /// A clause without "that".
        static let clause = Frames(rawValue: 4)
        /// "to" and an infinitive.
        static let infinitive = Frames(rawValue: 8)
        /// A clause with if, whether, how and the like.
        static let question = Frames(rawValue: 16)
        static let noun = Frames(rawValue: 32)
        /// Somebody addressed stands between cue and content.
        static let addressee = Frames(rawValue: 64)
        /// "described X as Y".
        static let asFrame = Frames(rawValue: 128)
        /// The content may stand before: "…, he said".
        static let inverted = Frames(rawValue: 256)
        /// A particle belongs to the cue: "pointed out".
        static let particle = Frames(rawValue: 512)

        init(rawValue: UInt16) { self.rawValue = rawValue }

        init(letters: Substring) {
            self = []
            for letter in letters.utf8 {
                switch letter {
                case UInt8(ascii: "q"): insert(.direct)
                case UInt8(ascii: "t"): insert(.that)
                case UInt8(ascii: "z"): insert(.clause)
                case UInt8(ascii: "i"): insert(.infinitive)
                case UInt8(ascii: "w"): insert(.question)
                case UInt8(ascii: "n"): insert(.noun)
                case UInt8(ascii: "o"): insert(.addressee)
                case UInt8(ascii: "a"): insert(.asFrame)
                case UInt8(ascii: "l"): insert(.inverted)
                case UInt8(ascii: "p"): insert(.particle)
                default: break
                }
            }
        }
    }

    enum Form: Sendable {
        case base
        /// Third person, present.
        case present
        case past
        /// Past participle that is no past tense: "written".
        case participle
        case gerund
    }

    struct Verb: Sendable {
        var lemma: String
        var kind: Cue.Kind
        var frames: Frames
        /// The hash of the lemma.
        let identity: UInt64

        init(lemma: String, kind: Cue.Kind, frames: Frames) {
            self.lemma = lemma
            self.kind = kind
            self.frames = frames
            identity = WordHash(lemma).value
        }
    }

    let verbs: [Verb]
    private let byForm: [WordHash: (verb: Int, form: Form)]
    var forms: [WordHash] { Array(byForm.keys) }

    init() {
        var verbs: [Verb] = []
        var byForm: [WordHash: (Int, Form)] = [:]
        for line in "\(Self.table)".split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count >= 3, let kind = Cue.Kind(rawValue: String(fields[1])) else { continue }
            let verb = Verb(lemma: String(fields[0]), kind: kind, frames: Frames(letters: fields[2]))
            for (word, form) in Self.inflect(verb.lemma, irregular: fields.dropFirst(3).map(String.init)) {
                let hash = WordHash(word)
                if byForm[hash] == nil { byForm[hash] = (verbs.count, form) }
            }
            verbs.append(verb)
        }
        self.verbs = verbs
        self.byForm = byForm
    }

    func verb(_ hash: WordHash) -> (verb: Verb, form: Form)? {
        byForm[hash].map { (verbs[$0.verb], $0.form) }
    }

    /// The forms of a verb: regular, or past, gerund and participle as given.
    private static func inflect(_ lemma: String, irregular: [String]) -> [(String, Form)] {
        let endsInE = lemma.hasSuffix("e")
        let stem = endsInE ? String(lemma.dropLast()) : lemma
        let endsInY = lemma.hasSuffix("y") && !["ay", "ey", "oy", "uy"].contains { lemma.hasSuffix($0) }
        let hisses = ["s", "sh", "ch", "x", "z"].contains { lemma.hasSuffix($0) }
        let root = endsInY ? String(lemma.dropLast()) + "i" : lemma
        let present = endsInY ? root + "es" : lemma + (hisses ? "es" : "s")
        let past = endsInE ? lemma + "d" : endsInY ? root + "ed" : lemma + "ed"
        var forms: [(String, Form)] = [(lemma, .base), (present, .present)]
        forms.append((irregular.first ?? past, .past))
        forms.append((irregular.count > 1 ? irregular[1] : stem + "ing", .gerund))
        if irregular.count > 2 { forms.append((irregular[2], .participle)) }
        return forms
    }
}
