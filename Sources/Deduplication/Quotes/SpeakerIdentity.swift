import Records

/// Who a quote is attributed to, as far as two attributions can be told apart by their names.
struct SpeakerIdentity: Equatable, Sendable {
    /// Words of the name; empty where the speaker is not known by name.
    private let name: [UInt32]
    /// Those through whom the quote came.
    private let through: [[UInt32]]

    private static let titles = Set(
        [
            "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "president", "minister", "senator", "sen",
            "representative", "rep", "governor", "gov", "mayor", "judge", "justice", "professor", "prof", "general",
            "gen", "captain", "capt", "colonel", "col", "chancellor", "secretary", "pope", "king", "queen", "prince",
            "princess", "chairman", "chairwoman", "speaker", "prime", "vice", "deputy", "former", "spokesman",
            "spokeswoman", "sergeant", "sgt", "lieutenant", "lt", "reverend", "rev", "justice",
        ].flatMap(keys))

    init(_ quote: QuoteRow) {
        let isNamed = quote.speakerKind != .anonymous && quote.speakerKind != .group
        name = isNamed ? Self.named(quote.speakerName) : []
        through = quote.through.map(Self.named).filter { !$0.isEmpty }
    }

    var isKnown: Bool { !name.isEmpty }

    /// Whether both attributions can be to one speaker, or one of them leads through the other's.
    func agrees(with other: SpeakerIdentity) -> Bool {
        guard isKnown, other.isKnown else { return true }
        return Self.match(name, other.name) || through.contains { Self.match($0, other.name) }
            || other.through.contains { Self.match($0, name) }
    }

    /// The last words are the same, and one name has no word that the other lacks, titles aside.
    private static func match(_ one: [UInt32], _ other: [UInt32]) -> Bool {
        guard one.last == other.last else { return false }
        let first = one.filter { !titles.contains($0) }
        let second = other.filter { !titles.contains($0) }
        return first.allSatisfy(other.contains) || second.allSatisfy(one.contains)
    }

    /// Names are capitalised; "he" and "the official" are none.
    private static func named(_ name: String?) -> [UInt32] {
        guard let name, let first = name.unicodeScalars.first, !first.properties.isLowercase else { return [] }
        return keys(name)
    }

    private static func keys(_ name: String) -> [UInt32] { ComparisonText(name).words.map(\.key) }
}
