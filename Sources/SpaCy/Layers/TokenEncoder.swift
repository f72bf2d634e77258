import CSpaCyKernels
import SystemPackage

/// spaCy's Tok2Vec: MultiHashEmbed, then MaxoutWindowEncoder with a window of one.
///
/// All that depends on a form alone is computed once and kept: its embedding, and its three products with the first
/// layer's weights, as left neighbour, as middle and as right neighbour. A text is encoded in blocks, each with as many
/// neighbours on both sides as there are layers, so memory does not grow with the text.
struct TokenEncoder {
    /// Tokens of a block.
    static let blockSize = 512
    private static let keptForms = 6144

    let width: Int
    private let cpu: spacy_cpu
    private let attributes: [Attribute]
    private let embeddings: [HashEmbedding]
    private let vectors: StaticVectors?
    private let mixer: MaxoutLayer
    private let first: MaxoutLayer
    private let firstProducts: [Panels]
    private let layers: [MaxoutLayer]

    private var kept: WordRows
    private var slots: [Int32] = []
    private var pending: [(slot: Int32, key: Int)] = []
    private var scalars = Scalars()
    private let mixed: FloatBuffer
    private let products: FloatBuffer
    private let input: FloatBuffer
    private let output: FloatBuffer

    private var depth: Int { layers.count + 1 }
    private var mixerInputs: Int { mixer.panels.inputs }

    init(_ model: ThincModel, vocab: FilePath, cpu: spacy_cpu) throws(ModelError) {
        self.cpu = cpu
        let embeddingNodes = model.nodes(named: "hashembed")
        let maxouts = model.nodes(named: "maxout")
        let norms = model.nodes(named: "layernorm")
        guard let sample = embeddingNodes.first, maxouts.count >= 2, maxouts.count <= 17, norms.count == maxouts.count
        else { throw model.file.damaged("it has no embeddings or no encoder") }
        let width = try model.array("E", of: sample).shape.last ?? 0
        guard (16...1024).contains(width), width % Panels.lanes == 0 else {
            throw .unsupported("an encoder of width \(width)")
        }
        var attributes: [Attribute] = []
        let columns = try model.attribute("columns", of: try model.node(named: "extract_features"))?.array ?? []
        for column in columns {
            guard let name = column.string else { throw .unsupported("attributes that are numbers") }
            attributes.append(try Attribute(name: name))
        }
        var embeddings: [HashEmbedding] = []
        for node in embeddingNodes {
            embeddings.append(try HashEmbedding(model, node, attributes: attributes, width: width))
        }
        let vectorNodes = model.nodes(named: "static_vectors")
        guard vectorNodes.count <= 1 else { throw model.file.damaged("it has two tables of vectors") }
        vectors = try vectorNodes.first.map { node throws(ModelError) in
            try StaticVectors(vocab, model, node, outputs: width)
        }
        for node in model.nodes(named: "expand_window") {
            let size = try model.attribute("window_size", of: node)?.int
            guard size == 1 else { throw .unsupported("a window of size \(size ?? 0)") }
        }
        let inputs = (embeddings.count + vectorNodes.count) * width
        mixer = try MaxoutLayer(model, maxouts[0], norm: norms[0], inputs: inputs, outputs: width)
        first = try MaxoutLayer(
            model, maxouts[1], norm: norms[1], inputs: 3 * width, outputs: width, keepsMatrix: true)
        var layers: [MaxoutLayer] = []
        for index in maxouts.indices.dropFirst(2) {
            layers.append(
                try MaxoutLayer(model, maxouts[index], norm: norms[index], inputs: 3 * width, outputs: width))
        }
        let first = first
        firstProducts = (0..<3).map { first.part($0 * width..<($0 + 1) * width) }
        self.width = width
        self.attributes = attributes
        self.embeddings = embeddings
        self.layers = layers
        let rows = Self.blockSize + 2 * (layers.count + 1)
        kept = WordRows(stride: width + 3 * width * first.pieces, capacity: Self.keptForms)
        mixed = FloatBuffer(Self.batch * inputs)
        products = FloatBuffer(Self.batch * width * first.pieces)
        input = FloatBuffer(rows * width)
        output = FloatBuffer(rows * width)
    }

    /// Forgets all forms, when their numbers have changed.
    mutating func forgetForms() { kept.clear() }

    /// The vectors of a block of tokens, row by row; valid until the next call.
    mutating func encode(
        _ tokens: TokenList, _ block: Range<Int>, _ lexicon: Lexicon, _ words: WordAttributes
    ) -> UnsafePointer<Float> {
        kept.beginBlock()
        findSlots(tokens, block)
        computePending(lexicon, words)
        var rows = block.count + 2 * (depth - 1)
        let stride = kept.stride
        for row in 0..<rows {
            let embedded = kept.rows.start + Int(slots[row + 1]) * stride
            (output.start + row * width).update(from: embedded, count: width)
        }
        slots.withUnsafeBufferPointer { slots in
            guard let slots = slots.baseAddress else { return }
            first.applySum(
                cpu, kept.rows.start + width, stride: stride, slots, rows: rows, to: input.start,
                residual: output.start)
        }
        var (from, to) = (input.start, output.start)
        for layer in layers {
            rows -= 2
            layer.apply(cpu, from, stride: width, rows: rows, to: to, residual: from + width)
            swap(&from, &to)
        }
        return UnsafePointer(from)
    }

    /// The slots of the block's tokens and of `depth` neighbours on both sides.
    private mutating func findSlots(_ tokens: TokenList, _ block: Range<Int>) {
        slots.removeAll(keepingCapacity: true)
        pending.removeAll(keepingCapacity: true)
        for index in block.lowerBound - depth..<block.upperBound + depth {
            guard index >= 0, index < tokens.count else {
                slots.append(WordRows.padding)
                continue
            }
            let token = tokens.items[index]
            let key = Int(token.form) * 2 + (token.isFollowedBySpace && dependsOnSpace ? 1 : 0)
            let (slot, isNew) = kept.slot(key)
            if isNew { pending.append((slot, key)) }
            slots.append(slot)
        }
    }

    private var dependsOnSpace: Bool { attributes.contains(.spacy) }

    /// Forms that are computed together.
    private static let batch = 48

    private mutating func computePending(_ lexicon: Lexicon, _ words: WordAttributes) {
        var done = 0
        while done < pending.count {
            let count = min(Self.batch, pending.count - done)
            for index in 0..<count {
                embed(pending[done + index].key, to: mixed.start + index * mixerInputs, lexicon, words)
            }
            let result = output.start
            mixer.apply(cpu, mixed.start, stride: mixerInputs, rows: count, to: result, residual: nil)
            keep(result, count: width, at: 0, done..<done + count)
            for (place, product) in firstProducts.enumerated() {
                let outputs = product.count * Panels.lanes
                product.apply(cpu, result, stride: width, rows: count, to: products.start, stride: outputs)
                keep(products.start, count: outputs, at: width + place * outputs, done..<done + count)
            }
            done += count
        }
    }

    /// Moves rows of `count` numbers to their slots.
    private func keep(_ rows: UnsafePointer<Float>, count: Int, at offset: Int, _ range: Range<Int>) {
        for (index, entry) in pending[range].enumerated() {
            let row = kept.rows.start + Int(entry.slot) * kept.stride + offset
            row.update(from: rows + index * count, count: count)
        }
    }

    private mutating func embed(
        _ key: Int, to output: UnsafeMutablePointer<Float>, _ lexicon: Lexicon, _ words: WordAttributes
    ) {
        lexicon.withWord(Int32(key / 2)) { word, norm in
            scalars.assign(word)
            let norm = norm.map { words.id($0) }
            for (index, embedding) in embeddings.enumerated() {
                let value = words.value(
                    embedding.attribute, of: word, scalars, norm: norm, isFollowedBySpace: key % 2 == 1)
                embedding.embed(value, to: output + index * width)
            }
            vectors?.embed(cpu, words.id(word), to: output + embeddings.count * width)
        }
    }
}
