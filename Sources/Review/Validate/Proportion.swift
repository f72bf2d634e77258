/// A share that a sample with unequal probabilities estimates.
///
/// The estimate weighs each unit by the inverse of its inclusion probability (Horvitz and Thompson 1952, in the ratio form
/// of Hájek 1971). The interval is Wilson's (1927) of 95 % for the effective number of units by Kish (1965), the square of
/// the sum of weights over the sum of their squares: with equal weights, it is Wilson's own.
struct Proportion {
    private(set) var count = 0
    private var weights = 0.0
    private var squares = 0.0
    private var hits = 0.0

    mutating func add(_ isHit: Bool, probability: Double) {
        let weight = 1 / probability
        count += 1
        weights += weight
        squares += weight * weight
        if isHit { hits += weight }
    }

    /// Null where nothing was added.
    var estimate: Double? { weights > 0 ? hits / weights : nil }

    /// Between 0 and 1; null where nothing was added.
    var interval: ClosedRange<Double>? {
        guard let estimate else { return nil }
        let n = weights * weights / squares
        let z = 1.959_964
        let middle = (estimate + z * z / (2 * n)) / (1 + z * z / n)
        let reach = z / (1 + z * z / n) * (estimate * (1 - estimate) / n + z * z / (4 * n * n)).squareRoot()
        return max(0, middle - reach)...min(1, middle + reach)
    }
}
