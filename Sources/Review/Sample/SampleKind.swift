/// What a person is asked to judge.
public enum SampleKind: String, CaseIterable, Sendable {
    case quotes
    case speakers
    case chains
    case relations

    /// Asked of every row.
    var question: String {
        switch self {
        case .quotes: "Are these, and only these, words or a view that the text attributes to somebody?"
        case .speakers: "Is this who said it, by the text?"
        case .chains: "Did it come here this way, by the text?"
        case .relations: "Is one a copy of the other, or of a part of it, in the direction stated?"
        }
    }

    var table: String { self == .relations ? "relations" : "quotes" }
}

/// By what the rows are divided before they are drawn.
public enum Stratifier: String, CaseIterable, Sendable {
    case outlet
    /// Of a quote: direct, indirect …; of a relation: its kind.
    case type
    /// What the system says of itself, in three steps.
    case confidence
}
