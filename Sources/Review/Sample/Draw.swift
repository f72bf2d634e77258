import Staging

/// A stratified sample without replacement, the same for the same output, seed and number.
///
/// The units of a stratum get lots by the digest of seed and id; the least are drawn. Every stratum gives two units where it
/// has them, the rest of the places go by size (Cochran, Sampling Techniques, 1977, section 5.5). Where strata are too many
/// for that, the smallest are joined. Memory grows with the sample and the number of strata.
struct Draw {
    /// Units drawn of each stratum, and units that there are.
    private(set) var plan: [String: (drawn: Int, all: Int)] = [:]
    private var joined: Set<String> = []
    private var chosen: [String: [(lot: String, id: String)]] = [:]

    private static let rest = "\u{1f}rest"

    /// - Parameter sizes: units by stratum.
    init(of number: Int, from sizes: [String: Int]) {
        var ordered = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        if ordered.count * 2 > number {
            let kept = max(0, number / 2 - 1)
            joined = Set(ordered[kept...].map(\.key))
            let small = ordered[kept...].reduce(0) { $0 + $1.value }
            ordered = ordered[..<kept] + [(key: Self.rest, value: small)]
        }
        let total = ordered.reduce(0) { $0 + $1.value }
        var places = min(number, total)
        var drawn: [Int] = ordered.map { min(2, $0.value) }
        places -= drawn.reduce(0, +)
        // By largest remainder among what is left, so that the places come out even.
        let left = zip(ordered, drawn).map { $0.value - $1 }
        let leftTotal = left.reduce(0, +)
        if places > 0, leftTotal > 0 {
            let exact = left.map { Double($0) * Double(places) / Double(leftTotal) }
            for index in drawn.indices { drawn[index] += Int(exact[index]) }
            let missing = places - exact.reduce(0) { $0 + Int($1) }
            let order = exact.indices.sorted {
                let (one, other) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
                return one != other ? one > other : $0 < $1
            }
            for index in order.prefix(missing) { drawn[index] += 1 }
        }
        for (stratum, count) in zip(ordered, drawn) { plan[stratum.key] = (count, stratum.value) }
    }

    /// The stratum in which units of one are drawn.
    private func home(_ stratum: String) -> String { joined.contains(stratum) ? Self.rest : stratum }

    mutating func offer(_ id: String, lot: String, stratum: String) {
        let home = home(stratum)
        guard let limit = plan[home]?.drawn, limit > 0 else { return }
        var units = chosen[home] ?? []
        if units.count == limit, let last = units.last, last < (lot, id) { return }
        let index = units.firstIndex { (lot, id) < $0 } ?? units.endIndex
        units.insert((lot, id), at: index)
        if units.count > limit { units.removeLast() }
        chosen[home] = units
    }

    /// The ids that were drawn, with the probability of each and the number of its stratum, which says nothing of it: strata
    /// are numbered by their least lots.
    var sample: [String: (probability: Double, stratum: Int)] {
        var result: [String: (Double, Int)] = [:]
        let homes = chosen.compactMap { home, units in units.first.map { (lot: $0, home: home) } }.sorted {
            $0.lot < $1.lot
        }
        for (number, home) in homes.map(\.home).enumerated() {
            guard let sizes = plan[home] else { continue }
            for unit in chosen[home] ?? [] { result[unit.id] = (Double(sizes.drawn) / Double(sizes.all), number + 1) }
        }
        return result
    }
}
