import CSpaCyKernels

/// The model of a state: what it says of the next token, of the first token of the open entity and of the token before,
/// each a product computed per token, summed, maxed and given to the upper layer (`TransitionBasedParser.v2`).
struct EntityScorer {
    static let features = 3

    var classes: Int { upper.outputs }
    private let cpu: spacy_cpu
    private let input: LinearLayer
    private let lower: Panels
    private let padding: FloatBuffer
    private let bias: FloatBuffer
    private let pieces: Int
    private let hiddenWidth: Int
    private let upper: LinearLayer

    private let narrow: FloatBuffer
    private let products: FloatBuffer
    private let hidden: FloatBuffer
    private let scores: FloatBuffer

    /// Numbers of one feature of one token.
    var featureWidth: Int { pieces * hiddenWidth }

    init(_ model: ThincModel, width: Int, cpu: spacy_cpu) throws(ModelError) {
        self.cpu = cpu
        let root = try model.node(named: "parser_model")
        guard let lowerNode = model.reference("lower", of: root), let upperNode = model.reference("upper", of: root)
        else { throw model.file.damaged("it has no lower or no upper layer") }
        guard try model.attribute("has_upper", of: root)?.bool ?? true else {
            throw .unsupported("a recogniser of entities without upper layer (use_upper = false)")
        }
        let linears = model.nodes(named: "linear").filter { $0 != upperNode }
        guard linears.count == 1 else { throw model.file.damaged("it has \(linears.count) linear layers below") }
        input = try LinearLayer(model, linears[0], inputs: width)
        let weights = try model.array("W", of: lowerNode)
        guard weights.shape.count == 4 else { throw model.file.damaged("the lower layer's weights have no four axes") }
        guard weights.shape[0] == Self.features else {
            throw .unsupported("a recogniser of entities with \(weights.shape[0]) features (extra_state_tokens)")
        }
        let (hidden, pieces) = (weights.shape[1], weights.shape[2])
        guard hidden > 0, hidden <= 1024, hidden % Panels.lanes == 0, (1...4).contains(pieces) else {
            throw .unsupported("a lower layer of \(hidden) by \(pieces)")
        }
        guard input.outputs % Panels.lanes == 0 else { throw .unsupported("a hidden width of \(input.outputs)") }
        _ = try weights.checked([Self.features, hidden, pieces, input.outputs], "the lower layer")
        // Columns go by [feature][piece][output], rows of W by [feature][output][piece].
        func row(_ column: Int) -> Int {
            let (feature, piece, output) = (column / (hidden * pieces), column / hidden % pieces, column % hidden)
            return (feature * hidden + output) * pieces + piece
        }
        lower = Panels(
            columns: Self.features * hidden * pieces, inputs: input.outputs, weights.floats(), stride: input.outputs,
            row: row)
        let pad = try model.array("pad", of: lowerNode).checked([1, Self.features, hidden, pieces], "the padding")
        padding = FloatBuffer((0..<pad.count).map { pad[row($0)] })
        let shift = try model.array("b", of: lowerNode).checked([hidden, pieces], "the lower layer's bias")
        bias = FloatBuffer((0..<shift.count).map { shift[row($0)] })
        upper = try LinearLayer(model, upperNode, inputs: hidden)
        self.pieces = pieces
        hiddenWidth = hidden
        narrow = FloatBuffer(TokenEncoder.blockSize * input.outputs)
        products = FloatBuffer(TokenEncoder.blockSize * Self.features * hidden * pieces)
        self.hidden = FloatBuffer(hidden)
        scores = FloatBuffer(upper.panels.count * Panels.lanes)
    }

    /// Computes the features of a block of tokens from their vectors.
    func prepare(_ vectors: UnsafePointer<Float>, stride: Int, rows: Int) {
        input.panels.apply(cpu, vectors, stride: stride, rows: rows, to: narrow.start, stride: input.outputs)
        lower.apply(
            cpu, narrow.start, stride: input.outputs, rows: rows, to: products.start,
            stride: Self.features * featureWidth)
    }

    /// A feature of a token of the block.
    func feature(_ feature: Int, of row: Int) -> UnsafePointer<Float> {
        UnsafePointer(products.start + (row * Self.features + feature) * featureWidth)
    }

    /// What stands for a feature that is not there.
    func missing(_ feature: Int) -> UnsafePointer<Float> { UnsafePointer(padding.start + feature * featureWidth) }

    /// The scores of all classes in a state; valid until the next call.
    func score(
        _ next: UnsafePointer<Float>, _ first: UnsafePointer<Float>, _ previous: UnsafePointer<Float>
    ) -> UnsafePointer<Float> {
        spacy_hidden(cpu, next, first, previous, bias.start, hiddenWidth, pieces, hidden.start)
        upper.panels.apply(cpu, hidden.start, stride: hiddenWidth, rows: 1, to: scores.start, stride: scores.count)
        return UnsafePointer(scores.start)
    }
}
