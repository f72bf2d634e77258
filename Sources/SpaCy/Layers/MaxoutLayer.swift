import CSpaCyKernels

/// thinc's `maxout`, W (out, piece, in), and the `layernorm` behind it.
struct MaxoutLayer {
    let panels: Panels
    let outputs: Int
    let pieces: Int
    private let gain: FloatBuffer
    private let shift: FloatBuffer
    private let matrix: [Float]

    private var blocks: Int { outputs / Panels.lanes }

    /// `keepsMatrix` for a layer whose products are to be taken apart.
    init(
        _ model: ThincModel, _ node: Int, norm: Int, inputs: Int, outputs: Int, keepsMatrix: Bool = false
    ) throws(ModelError) {
        let weights = try model.array("W", of: node)
        guard weights.shape.count == 3 else { throw model.file.damaged("a maxout layer's weights have no three axes") }
        let pieces = weights.shape[1]
        guard (1...4).contains(pieces) else { throw .unsupported("maxout of \(pieces) pieces") }
        _ = try weights.checked([outputs, pieces, inputs], "a maxout layer")
        let bias = try model.array("b", of: node).checked([outputs, pieces], "a maxout layer's bias").floats()
        let matrix = weights.floats()
        panels = Panels(
            columns: outputs * pieces, inputs: inputs, matrix, stride: inputs, bias: bias,
            row: { Self.row($0, pieces) })
        gain = FloatBuffer(try model.array("G", of: norm).checked([outputs], "a layer's gain").floats())
        shift = FloatBuffer(try model.array("b", of: norm).checked([outputs], "a layer's shift").floats())
        self.outputs = outputs
        self.pieces = pieces
        self.matrix = keepsMatrix ? matrix : []
    }

    /// The row of W for a column of the panels, which go by [block of outputs][piece][output].
    private static func row(_ column: Int, _ pieces: Int) -> Int {
        let block = column / (pieces * Panels.lanes)
        let piece = column / Panels.lanes % pieces
        return (block * Panels.lanes + column % Panels.lanes) * pieces + piece
    }

    /// The product of a part of the inputs alone, without bias.
    func part(_ inputs: Range<Int>) -> Panels {
        let pieces = pieces
        return Panels(
            columns: outputs * pieces, inputs: inputs.count, matrix, stride: panels.inputs, offset: inputs.lowerBound,
            row: { Self.row($0, pieces) })
    }

    /// y = norm(maxout(x)), plus the residual where there is one.
    func apply(
        _ cpu: spacy_cpu, _ x: UnsafePointer<Float>, stride: Int, rows: Int, to y: UnsafeMutablePointer<Float>,
        residual: UnsafePointer<Float>?
    ) {
        spacy_maxout(
            cpu, x, stride, rows, panels.inputs, panels.weights.start, panels.bias.start, blocks, pieces, y, outputs)
        spacy_normalize(cpu, y, outputs, rows, outputs, gain.start, shift.start, residual, outputs)
    }

    /// The same from the products of three neighbours, each computed before.
    func applySum(
        _ cpu: spacy_cpu, _ products: UnsafePointer<Float>, stride: Int, _ slots: UnsafePointer<Int32>, rows: Int,
        to y: UnsafeMutablePointer<Float>, residual: UnsafePointer<Float>
    ) {
        spacy_maxout_sum(cpu, products, stride, slots, rows, panels.bias.start, blocks, pieces, y, outputs)
        spacy_normalize(cpu, y, outputs, rows, outputs, gain.start, shift.start, residual, outputs)
    }
}
