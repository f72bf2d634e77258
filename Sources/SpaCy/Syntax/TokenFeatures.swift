/// The features of all tokens of a text, for a transition system that looks back. Those of the latest block lie ready;
/// older ones are computed anew from a narrow row, so that a token costs 256 bytes and not 4096.
struct TokenFeatures {
    private let scorer: TransitionScorer
    private let products: FloatBuffer
    /// For each feature, one that was computed anew.
    private let older: FloatBuffer
    private let block: FloatBuffer
    private var narrow: [Float] = []
    private var blockStart = 0
    private(set) var count = 0

    init(_ scorer: TransitionScorer) {
        self.scorer = scorer
        products = FloatBuffer(TokenEncoder.blockSize * scorer.rowWidth)
        older = FloatBuffer(scorer.rowWidth)
        block = FloatBuffer(TokenEncoder.blockSize * scorer.narrowWidth)
    }

    mutating func removeAll() {
        narrow.removeAll(keepingCapacity: count <= TokenEncoder.blockSize)
        blockStart = 0
        count = 0
    }

    /// Goes on with a block of tokens.
    mutating func append(_ vectors: UnsafePointer<Float>, stride: Int, rows: Int) {
        scorer.prepare(vectors, stride: stride, rows: rows, narrow: block.start, products: products.start)
        narrow.append(contentsOf: UnsafeBufferPointer(start: block.start, count: rows * scorer.narrowWidth))
        blockStart = count
        count += rows
    }

    /// A feature of a token; valid until the same feature is asked for again, or a block appended.
    func feature(_ feature: Int, of token: Int) -> UnsafePointer<Float> {
        let offset = feature * scorer.featureWidth
        if token >= blockStart {
            return UnsafePointer(products.start + (token - blockStart) * scorer.rowWidth + offset)
        }
        narrow.withUnsafeBufferPointer { narrow in
            guard let start = narrow.baseAddress else { return }
            scorer.compute(feature, of: start + token * scorer.narrowWidth, to: older.start + offset)
        }
        return UnsafePointer(older.start + offset)
    }
}
