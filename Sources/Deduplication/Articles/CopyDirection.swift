/// Which of two articles with common words had them first, and what settles that.
enum CopyDirection: Equatable {
    /// The second's words come from the first.
    case forward(Basis)
    /// The first's words come from the second.
    case backward(Basis)
    /// Both run the copy of a third, which they name.
    case sibling
    case unknown

    enum Basis: String {
        case canonicalURL = "canonical_url"
        case creditLine = "credit_line"
        case citation
        case time
        case version
    }

    init(_ first: ComparedArticle, _ second: ComparedArticle) {
        switch (first.names(second), second.names(first)) {
        case (nil, let basis?): self = .forward(basis)
        case (let basis?, nil): self = .backward(basis)
        case (_?, _?): self = .unknown
        case (nil, nil):
            if first.credits.contains(where: second.credits.contains) {
                self = .sibling
            } else if let one = first.time, let other = second.time, one.isBefore(other) {
                self = .forward(.time)
            } else if let one = first.time, let other = second.time, other.isBefore(one) {
                self = .backward(.time)
            } else {
                self = .unknown
            }
        }
    }
}
