import Records

/// Which of two articles with common words had them first, and what settles that.
enum CopyDirection: Equatable {
    /// The second's words come from the first.
    case forward(Basis)
    /// The first's words come from the second.
    case backward(Basis)
    /// Both run the copy of a third, which they name so.
    case sibling(String)
    case unknown

    enum Basis: String {
        case canonicalURL = "canonical_url"
        case creditLine = "credit_line"
        case citation
        case time
        case containment
        case version
        /// Each of a chain of articles names the one before.
        case chain

        /// Whether an article says it itself.
        var isSaid: Bool { self == .canonicalURL || self == .creditLine || self == .citation }
    }

    /// - Parameter part: which of the two is only the other's beginning, where one is.
    init(_ first: Provenance, _ second: Provenance, part: Part?) {
        switch (first.names(second), second.names(first)) {
        case (nil, let basis?): self = .forward(basis)
        case (let basis?, nil): self = .backward(basis)
        case (_?, _?): self = .unknown
        case (nil, nil):
            if let common = first.credits.first(where: { one in second.credits.contains { $0.form == one.form } }) {
                self = .sibling(common.name)
            } else if let one = first.time, let other = second.time, one.isBefore(other) {
                self = .forward(.time)
            } else if let one = first.time, let other = second.time, other.isBefore(one) {
                self = .backward(.time)
            } else if let part, first.outletKey != second.outletKey {
                self = part == .second ? .forward(.containment) : .backward(.containment)
            } else {
                self = .unknown
            }
        }
    }

    /// Whether one of the two articles says it, of the other or of a third.
    var isSaid: Bool {
        switch self {
        case .forward(let basis), .backward(let basis): basis.isSaid
        case .sibling: true
        case .unknown: false
        }
    }

    enum Part {
        case first
        case second
    }
}
