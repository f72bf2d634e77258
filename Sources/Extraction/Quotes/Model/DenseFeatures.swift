/// A short list of numbers by place, for a logistic model.
struct DenseFeatures {
    private(set) var values: [Float] = [1]

    mutating func flag(_ holds: Bool) { values.append(holds ? 1 : 0) }

    /// One of `count` cases.
    mutating func choice(_ place: Int, of count: Int) {
        for index in 0..<count { values.append(index == place ? 1 : 0) }
    }

    /// A number between 0 and 1, as it is and by steps.
    mutating func share(_ value: Float) {
        values.append(value)
        for step: Float in [0.1, 0.25, 0.5, 0.75, 0.9, 0.97] { values.append(value >= step ? 1 : 0) }
    }

    /// A probability, by the logarithm of its odds and by steps.
    mutating func odds(_ probability: Float) {
        values.append(Logarithm.odds(of: probability) / 4)
        for step: Float in [0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97] { values.append(probability >= step ? 1 : 0) }
    }

    mutating func length(_ count: Int) {
        for step in [2, 3, 4, 6, 9, 14, 22, 40] { values.append(count >= step ? 1 : 0) }
    }
}

/// Logistic regression.
package struct LogisticModel: Sendable {
    package let weights: [Float]

    package init(weights: [Float]) { self.weights = weights }

    package func probability(_ values: [Float]) -> Float {
        var sum: Float = 0
        for (value, weight) in zip(values, weights) { sum += value * weight }
        return 1 / (1 + Exponential.of(-sum))
    }
}
