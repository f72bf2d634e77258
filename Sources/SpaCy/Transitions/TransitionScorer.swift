import CSpaCyKernels

/// The model of a transition system (`TransitionBasedParser.v2`): each token that a state looks at gives a product computed
/// per token and feature; these are summed, maxed and given to the upper layer.
struct TransitionScorer {
    /// Tokens that a state looks at.
    let features: Int
    /// Numbers of a token's vector after the first layer.
    var narrowWidth: Int { input.outputs }
    /// Numbers of one feature of one token.
    let featureWidth: Int
    /// Numbers of all features of one token.
    var rowWidth: Int { features * featureWidth }
    var classes: Int { upper.outputs }

    private let cpu: spacy_cpu
    private let input: LinearLayer
    private let lower: Panels
    private let padding: FloatBuffer
    private let bias: FloatBuffer
    private let pieces: Int
    private let upper: LinearLayer
    private let hidden: FloatBuffer
    private let scores: FloatBuffer

    init(_ model: ThincModel, features: Int, width: Int, cpu: spacy_cpu) throws(ModelError) {
        self.features = features
        self.cpu = cpu
        let root = try model.node(named: "parser_model")
        guard let lowerNode = model.reference("lower", of: root), let upperNode = model.reference("upper", of: root)
        else { throw model.file.damaged("it has no lower or no upper layer") }
        guard try model.attribute("has_upper", of: root)?.bool ?? true else {
            throw .unsupported("a transition system without upper layer (use_upper = false)")
        }
        let linears = model.nodes(named: "linear").filter { $0 != upperNode }
        guard linears.count == 1 else { throw model.file.damaged("it has \(linears.count) linear layers below") }
        input = try LinearLayer(model, linears[0], inputs: width)
        let weights = try model.array("W", of: lowerNode)
        guard weights.shape.count == 4 else { throw model.file.damaged("the lower layer's weights have no four axes") }
        guard weights.shape[0] == features else {
            throw .unsupported("a transition system with \(weights.shape[0]) features (extra_state_tokens)")
        }
        let (outputs, pieces) = (weights.shape[1], weights.shape[2])
        guard outputs > 0, outputs <= 1024, outputs % Panels.lanes == 0, (1...4).contains(pieces) else {
            throw .unsupported("a lower layer of \(outputs) by \(pieces)")
        }
        guard input.outputs % Panels.lanes == 0 else { throw .unsupported("a hidden width of \(input.outputs)") }
        _ = try weights.checked([features, outputs, pieces, input.outputs], "the lower layer")
        // Columns go by [feature][piece][output], rows of W by [feature][output][piece].
        func row(_ column: Int) -> Int {
            let (feature, piece, output) = (column / (outputs * pieces), column / outputs % pieces, column % outputs)
            return (feature * outputs + output) * pieces + piece
        }
        lower = Panels(
            columns: features * outputs * pieces, inputs: input.outputs, weights.floats(), stride: input.outputs,
            row: row)
        let pad = try model.array("pad", of: lowerNode).checked([1, features, outputs, pieces], "the padding")
        padding = FloatBuffer((0..<pad.count).map { pad[row($0)] })
        let shift = try model.array("b", of: lowerNode).checked([outputs, pieces], "the lower layer's bias")
        bias = FloatBuffer((0..<shift.count).map { shift[row($0)] })
        upper = try LinearLayer(model, upperNode, inputs: outputs)
        self.pieces = pieces
        featureWidth = outputs * pieces
        hidden = FloatBuffer(outputs)
        scores = FloatBuffer(upper.panels.count * Panels.lanes)
    }

    /// Computes rows of `narrowWidth` from vectors of tokens, and from these rows of all features.
    func prepare(
        _ vectors: UnsafePointer<Float>, stride: Int, rows: Int, narrow: UnsafeMutablePointer<Float>,
        products: UnsafeMutablePointer<Float>
    ) {
        input.panels.apply(cpu, vectors, stride: stride, rows: rows, to: narrow, stride: narrowWidth)
        lower.apply(cpu, narrow, stride: narrowWidth, rows: rows, to: products, stride: rowWidth)
    }

    /// Computes one feature of one token from its narrow row; the same bits as `prepare` gives.
    func compute(_ feature: Int, of narrow: UnsafePointer<Float>, to product: UnsafeMutablePointer<Float>) {
        let panels = featureWidth / Panels.lanes
        lower.apply(
            cpu, narrow, stride: narrowWidth, rows: 1, to: product, stride: featureWidth,
            panels: feature * panels..<(feature + 1) * panels)
    }

    /// What stands for a feature that is not there.
    func missing(_ feature: Int) -> UnsafePointer<Float> { UnsafePointer(padding.start + feature * featureWidth) }

    /// The scores of all classes in a state, given its features; valid until the next call.
    func score(_ features: [UnsafePointer<Float>?]) -> UnsafePointer<Float> {
        let outputs = featureWidth / pieces
        spacy_hidden(cpu, features, self.features, bias.start, outputs, pieces, hidden.start)
        upper.panels.apply(cpu, hidden.start, stride: outputs, rows: 1, to: scores.start, stride: scores.count)
        return UnsafePointer(scores.start)
    }
}
