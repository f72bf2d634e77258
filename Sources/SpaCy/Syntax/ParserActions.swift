/// What a step of the parser can do, in the order of the model's classes (arc-eager).
struct ParserActions {
    enum Move: Int {
        case shift, reduce, left, right, `break`
    }

    struct Action {
        var move: Move
        /// The place in `labels`.
        var label: Int
    }

    /// A label X||Y, which a projective tree gives to a token whose head would cross other arcs: its label is X and its
    /// head a Y (Nivre & Nilsson 2005, scheme "head").
    struct Decoration {
        var label: Int
        var headLabel: Int
    }

    private(set) var all: [Action] = []
    private(set) var labels: [String] = []
    /// By label; nil for plain ones.
    private(set) var decorations: [Decoration?] = []
    /// The label of tokens without a head.
    private(set) var root = 0

    init(_ file: MappedFile) throws(ModelError) {
        for entry in try TransitionClasses(file).all {
            guard let move = Move(rawValue: entry.action) else {
                throw .unsupported("the action \(entry.action) of a parser")
            }
            // The parts of a token, which only a parser that learns to cut has; it obeys rules of its own.
            guard entry.label != "subtok" else { throw .unsupported("the label subtok (learn_tokens)") }
            all.append(Action(move: move, label: number(entry.label)))
        }
        root = number("ROOT")
        for label in labels.indices { decorations.append(decoration(labels[label])) }
        // The parts may be labels that are nowhere else.
        while decorations.count < labels.count { decorations.append(nil) }
    }

    private mutating func decoration(_ label: String) -> Decoration? {
        let parts = label.split(separator: "||", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        return Decoration(label: number(String(parts[0])), headLabel: number(String(parts[1])))
    }

    private mutating func number(_ label: String) -> Int {
        if let known = labels.firstIndex(of: label) { return known }
        labels.append(label)
        return labels.count - 1
    }
}
