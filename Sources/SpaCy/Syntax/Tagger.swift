import CSpaCyKernels
import FoundationEssentials

/// spaCy's `tagger` (`spacy.Tagger.v2`): a linear layer over the tokens' vectors; the best label of each token.
struct Tagger {
    private struct Settings: Decodable {
        var labels: [String]
    }

    let labels: [String]
    private let cpu: spacy_cpu
    private let layer: LinearLayer
    private let scores: FloatBuffer

    /// `settings` is the component's `cfg`, which lists the labels in the model's order.
    init(_ model: ThincModel, settings: MappedFile, width: Int, cpu: spacy_cpu) throws(ModelError) {
        guard let labels = try? JSONDecoder().decode(Settings.self, from: Data(settings.bytes)).labels else {
            throw settings.damaged("it has no labels")
        }
        layer = try LinearLayer(model, try model.node(named: "softmax"), inputs: width)
        guard layer.outputs == labels.count else {
            throw settings.damaged("it has \(labels.count) labels, the model \(layer.outputs)")
        }
        self.labels = labels
        self.cpu = cpu
        scores = FloatBuffer(TokenEncoder.blockSize * layer.panels.count * Panels.lanes)
    }

    /// The places in `labels` of a block of tokens, whose vectors are given. The softmax moves no maximum.
    func tags(_ vectors: UnsafePointer<Float>, stride: Int, rows: Int) -> [Int] {
        let width = layer.panels.count * Panels.lanes
        layer.panels.apply(cpu, vectors, stride: stride, rows: rows, to: scores.start, stride: width)
        return (0..<rows).map { row in
            let scores = scores.start + row * width
            var best = 0
            for label in labels.indices where scores[label] > scores[best] { best = label }
            return best
        }
    }
}
