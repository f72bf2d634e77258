/// A content that may stand beside a cue, with how likely the model of spans holds its borders.
struct ContentOption {
    var content: [Range<Int>]
    /// Probability that the longest piece begins and ends where it does.
    var start: Float
    var end: Float
    /// Logarithm of how likely all labels together are.
    var logProbability: Float
}

/// Contents beside one cue: the likeliest, and such as end or begin elsewhere, for the choice to judge by what a chain cannot
/// see.
struct ContentOptions {
    let lattice: SequenceLattice
    let labels: [UInt8]
    let window: Range<Int>
    let cue: Range<Int>

    /// Borders less likely than this are not looked at.
    private static let least: Float = 0.04
    private static let mostEnds = 3
    private static let mostStarts = 2

    /// The likeliest first.
    func all() -> [ContentOption] {
        let pieces = Self.runs(of: 1, in: labels)
        guard let number = pieces.indices.max(by: { pieces[$0].count < pieces[$1].count }) else { return added() }
        let main = pieces[number]
        func with(_ piece: Range<Int>) -> ContentOption {
            let others = pieces.enumerated().filter { $0.offset != number && !$0.element.overlaps(piece) }
            return option((others.map(\.element) + [piece]).sorted { $0.lowerBound < $1.lowerBound })
        }
        var options = [option(pieces)]
        let ends = likeliest(main.lowerBound + 1...lattice.steps.count, Self.mostEnds, but: main.upperBound, end)
        // No content holds its own cue.
        func isApart(_ piece: Range<Int>) -> Bool {
            !piece.overlaps(cue.lowerBound - window.lowerBound..<cue.upperBound - window.lowerBound)
        }
        for place in ends where isApart(main.lowerBound..<place) { options.append(with(main.lowerBound..<place)) }
        let starts = likeliest(0...main.upperBound - 1, Self.mostStarts, but: main.lowerBound, start)
        for place in starts where isApart(place..<main.upperBound) { options.append(with(place..<main.upperBound)) }
        if pieces.count > 1 { options.append(option([main])) }
        return options
    }

    static func runs(of label: UInt8, in labels: [UInt8]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var place = 0
        while place < labels.count {
            let first = place
            while place < labels.count, labels[place] == label { place += 1 }
            if place > first { runs.append(first..<place) } else { place += 1 }
        }
        return runs
    }

    /// Where the likeliest labels hold no content.
    private func added() -> [ContentOption] {
        guard let first = likeliest(0...lattice.steps.count - 1, 1, but: nil, start).first else { return [] }
        return likeliest(first + 1...lattice.steps.count, 2, but: nil, end).map { option([first..<$0]) }
    }

    private func likeliest(
        _ places: ClosedRange<Int>, _ most: Int, but known: Int?, _ probability: (Int) -> Float
    ) -> [Int] {
        var found: [(place: Int, probability: Float)] = []
        for place in places where place != known {
            let probability = probability(place)
            if probability >= Self.least { found.append((place, probability)) }
        }
        found.sort { ($1.probability, $0.place) < ($0.probability, $1.place) }
        return found.prefix(most).map(\.place)
    }

    /// Probability that content begins at a place.
    private func start(_ place: Int) -> Float { lattice.steps[place][1] + lattice.steps[place][7] }

    /// Probability that content ends before a place.
    private func end(_ place: Int) -> Float {
        place < lattice.steps.count
            ? lattice.steps[place][3] + lattice.steps[place][5] : lattice.probability(of: 1, at: place - 1)
    }

    private func option(_ places: [Range<Int>]) -> ContentOption {
        var labels = labels.map { $0 == 1 ? 0 : $0 }
        for place in places.joined() { labels[place] = 1 }
        let main = places.max { $0.count < $1.count } ?? 0..<0
        return ContentOption(
            content: places.map { window.lowerBound + $0.lowerBound..<window.lowerBound + $0.upperBound },
            start: start(main.lowerBound), end: end(main.upperBound),
            logProbability: lattice.score(of: labels) - lattice.logPartition)
    }
}
