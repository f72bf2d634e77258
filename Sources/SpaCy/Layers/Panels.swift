import CSpaCyKernels

/// A weight matrix in the order in which the kernels read it: panels of 16 outputs, each [input][output].
struct Panels {
    static let lanes = Int(SPACY_LANES)

    let inputs: Int
    let count: Int
    let weights: FloatBuffer
    let bias: FloatBuffer

    /// Output `column` has its weights where `row(column)` says, in a matrix of rows of `stride` numbers, of which
    /// `inputs` from `offset` on are taken; columns without a row stay zero.
    init(
        columns: Int, inputs: Int, _ matrix: [Float], stride: Int, offset: Int = 0, bias: [Float]? = nil,
        row: (Int) -> Int?
    ) {
        self.inputs = inputs
        count = (columns + Self.lanes - 1) / Self.lanes
        weights = FloatBuffer(count * inputs * Self.lanes)
        self.bias = FloatBuffer(count * Self.lanes)
        for column in 0..<columns {
            guard let row = row(column) else { continue }
            let panel = column / Self.lanes * inputs
            let from = row * stride + offset
            for input in 0..<inputs {
                weights.start[(panel + input) * Self.lanes + column % Self.lanes] = matrix[from + input]
            }
            if let bias { self.bias.start[column] = bias[row] }
        }
    }

    /// y = x W + bias, row by row, for all panels or some.
    func apply(
        _ cpu: spacy_cpu, _ x: UnsafePointer<Float>, stride: Int, rows: Int, to y: UnsafeMutablePointer<Float>,
        stride yStride: Int, panels: Range<Int>? = nil
    ) {
        let panels = panels ?? 0..<count
        spacy_affine(
            cpu, x, stride, rows, inputs, weights.start + panels.lowerBound * inputs * Self.lanes,
            bias.start + panels.lowerBound * Self.lanes, panels.count, y, yStride)
    }
}
