import Extraction

/// Logistic regression by AdaGrad.
enum LogisticLearner {
    static func learn(_ rows: [(values: [Float], isRight: Bool)], epochs: Int = 30) -> LogisticModel {
        let count = rows.first?.values.count ?? 0
        var weights = [Float](repeating: 0, count: count)
        var squares = [Float](repeating: 1, count: count)
        var order = Array(rows.indices)
        var random = SplitMix(state: 11)
        for _ in 0..<epochs {
            order.shuffle(using: &random)
            for row in order {
                let model = LogisticModel(weights: weights)
                let error = model.probability(rows[row].values) - (rows[row].isRight ? 1 : 0)
                for (place, value) in rows[row].values.enumerated() where value != 0 {
                    let gradient = error * value + 1e-5 * weights[place]
                    squares[place] += gradient * gradient
                    weights[place] -= 0.1 * gradient / squares[place].squareRoot()
                }
            }
        }
        return LogisticModel(weights: weights)
    }
}
