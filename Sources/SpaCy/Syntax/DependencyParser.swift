/// spaCy's greedy parser of dependencies (`DependencyParser`, arc-eager): in each state the best action that is allowed.
struct DependencyParser {
    /// Tokens that a state looks at (`ParserState.context`).
    static let features = 8

    let actions: ParserActions
    private let scorer: TransitionScorer
    private var tokens: TokenFeatures
    private var inputs: [UnsafePointer<Float>?]
    private var state = ParserState(count: 0)

    init(_ actions: ParserActions, _ scorer: TransitionScorer, _ file: MappedFile) throws(ModelError) {
        guard scorer.classes == actions.all.count else {
            throw file.damaged("the model knows \(scorer.classes) actions, the parser \(actions.all.count)")
        }
        self.actions = actions
        self.scorer = scorer
        tokens = TokenFeatures(scorer)
        inputs = Array(repeating: nil, count: Self.features)
    }

    /// Begins a text of so many tokens.
    mutating func begin(count: Int) {
        state = ParserState(count: count)
        tokens.removeAll()
    }

    /// Goes on with a block of tokens, whose vectors are given.
    mutating func parse(_ vectors: UnsafePointer<Float>, stride: Int, rows: Int) {
        tokens.append(vectors, stride: stride, rows: rows)
        while !state.isFinal, state.lookahead <= tokens.count { step() }
    }

    /// The tree, once all blocks are parsed. `isSpace` says of a token whether it is white space.
    func tree(isSpace: (Int) -> Bool) -> DependencyTree {
        var tree = DependencyTree(heads: state.heads, labels: state.labels, root: actions.root)
        tree.reattach(actions.decorations, isSpace: isSpace)
        return tree
    }

    private mutating func step() {
        let context = state.context
        for feature in context.indices {
            let token = Int(context[feature])
            inputs[feature] = token < 0 ? scorer.missing(feature) : tokens.feature(feature, of: token)
        }
        let scores = scorer.score(inputs)
        let allowed = state.allowed
        var best: Int?
        for (index, action) in actions.all.enumerated() where allowed.contains(ParserState.Moves(action.move)) {
            if best.map({ scores[index] > scores[$0] }) ?? true { best = index }
        }
        if let best { state.apply(actions.all[best]) } else { state.end() }
    }
}
