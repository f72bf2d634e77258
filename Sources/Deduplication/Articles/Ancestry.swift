import Records

/// Who names whom, so that a chain of three outlets settles a pair of which neither names the other, whatever their
/// clocks say.
struct Ancestry {
    /// For each article those that name it as where their words come from.
    private var heirs: [Int: [Int]] = [:]

    private static let longest = 4
    private static let most = 256

    mutating func add(_ from: Int, _ to: Int) { heirs[from, default: []].append(to) }

    /// Whether a chain leads from one article to another.
    func leads(from one: Int, to other: Int) -> Bool {
        guard heirs[one] != nil else { return false }
        var reached: Set<Int> = [one]
        var front = [one]
        for _ in 0..<Self.longest {
            front = front.flatMap { heirs[$0] ?? [] }.filter { reached.insert($0).inserted }
            if reached.contains(other) { return true }
            if front.isEmpty || reached.count > Self.most { return false }
        }
        return false
    }
}
