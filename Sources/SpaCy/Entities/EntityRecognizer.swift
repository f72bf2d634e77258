/// spaCy's greedy recogniser of entities (`EntityRecognizer`, BILUO): one action a token, the best that is allowed.
struct EntityRecognizer {
    struct Span {
        var label: Int
        /// Tokens.
        var range: Range<Int>
    }

    /// What a state looks at: the next token, the first of the open entity, the token before.
    static let features = 3

    let actions: EntityActions
    private let scorer: TransitionScorer
    private let narrow: FloatBuffer
    private let products: FloatBuffer
    private var inputs: [UnsafePointer<Float>?]
    private let firstOfEntity: FloatBuffer
    private let lastOfBlock: FloatBuffer

    private var spans: [Span] = []
    private var open: (label: Int, start: Int)?

    init(_ actions: EntityActions, _ scorer: TransitionScorer, _ file: MappedFile) throws(ModelError) {
        guard scorer.classes == actions.all.count else {
            throw file.damaged("the model knows \(scorer.classes) actions, the recogniser \(actions.all.count)")
        }
        self.actions = actions
        self.scorer = scorer
        narrow = FloatBuffer(TokenEncoder.blockSize * scorer.narrowWidth)
        products = FloatBuffer(TokenEncoder.blockSize * scorer.rowWidth)
        inputs = Array(repeating: nil, count: Self.features)
        firstOfEntity = FloatBuffer(scorer.featureWidth)
        lastOfBlock = FloatBuffer(scorer.featureWidth)
    }

    mutating func begin() {
        spans.removeAll(keepingCapacity: true)
        open = nil
    }

    func found() -> [Span] { spans }

    /// Goes on with a block of tokens, whose vectors are given. `startsSentence` says of a token whether an entity must
    /// not reach into it.
    mutating func recognize(
        _ tokens: TokenList, _ block: Range<Int>, _ vectors: UnsafePointer<Float>, stride: Int, _ lexicon: Lexicon,
        startsSentence: (Int) -> Bool
    ) {
        scorer.prepare(
            vectors, stride: stride, rows: block.count, narrow: narrow.start, products: products.start)
        for index in block {
            let row = index - block.lowerBound
            let isLast = index + 1 == tokens.count || startsSentence(index + 1)
            if let entity = open {
                let previous = row > 0 ? feature(2, of: row - 1) : UnsafePointer(lastOfBlock.start)
                let scores = score(feature(0, of: row), UnsafePointer(firstOfEntity.start), previous)
                if !continues(entity.label, scores, isLast: isLast) {
                    spans.append(Span(label: entity.label, range: entity.start..<index + 1))
                    open = nil
                }
            } else {
                let scores = score(feature(0, of: row), scorer.missing(1), scorer.missing(2))
                let isSpace = lexicon.isSpace(tokens.items[index].form)
                switch best(scores, mayBegin: !isSpace && !isLast, mayBeUnit: !isSpace) {
                case (.begin, let label?):
                    open = (label, index)
                    firstOfEntity.start.update(from: feature(1, of: row), count: scorer.featureWidth)
                case (.unit, let label?): spans.append(Span(label: label, range: index..<index + 1))
                default: break
                }
            }
        }
        lastOfBlock.start.update(from: feature(2, of: block.count - 1), count: scorer.featureWidth)
    }

    /// A feature of a token of the block.
    private func feature(_ feature: Int, of row: Int) -> UnsafePointer<Float> {
        UnsafePointer(products.start + row * scorer.rowWidth + feature * scorer.featureWidth)
    }

    private mutating func score(
        _ next: UnsafePointer<Float>, _ first: UnsafePointer<Float>, _ previous: UnsafePointer<Float>
    ) -> UnsafePointer<Float> {
        inputs[0] = next
        inputs[1] = first
        inputs[2] = previous
        return scorer.score(inputs)
    }

    private func continues(_ label: Int, _ scores: UnsafePointer<Float>, isLast: Bool) -> Bool {
        if isLast { return false }
        let (goesOn, ends) = (actions.continuing[label], actions.ending[label])
        return goesOn < ends ? !(scores[ends] > scores[goesOn]) : scores[goesOn] > scores[ends]
    }

    /// The first of the best allowed actions where no entity is open.
    private func best(
        _ scores: UnsafePointer<Float>, mayBegin: Bool, mayBeUnit: Bool
    ) -> (EntityActions.Move, Int?) {
        var best: (score: Float, action: EntityActions.Action)?
        actions.all.withUnsafeBufferPointer { all in
            for index in all.indices {
                let action = all[index]
                let isAllowed =
                    switch action.move {
                    case .begin: mayBegin && action.label != nil
                    case .unit: mayBeUnit && action.label != nil
                    case .out: true
                    case .missing, .in, .last: false
                    }
                if isAllowed, best.map({ scores[index] > $0.score }) ?? true { best = (scores[index], action) }
            }
        }
        return best.map { ($0.action.move, $0.action.label) } ?? (.out, nil)
    }
}
