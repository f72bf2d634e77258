import Records

/// The names of a document by place.
struct NameIndex {
    let names: [Name]
    /// For each name its entity's index.
    let owners: [Int]
    /// For each token the name that covers it; -1 for none.
    private let covering: [Int32]
    private let firsts: [Int: Int]

    init(names: [Name], owners: [Int], tokens: Int) {
        self.names = names
        self.owners = owners
        var covering = [Int32](repeating: -1, count: tokens)
        for (index, name) in names.enumerated() {
            for token in name.range { covering[token] = Int32(index) }
        }
        self.covering = covering
        firsts = Dictionary(zip(owners, names.map(\.range.lowerBound))) { min($0, $1) }
    }

    /// Where an entity is named first.
    func firstToken(of owner: Int) -> Int { firsts[owner] ?? Int.max }

    func name(at token: Int) -> Int? {
        guard covering.indices.contains(token), covering[token] >= 0 else { return nil }
        return Int(covering[token])
    }

    /// The end of the name that begins at a token.
    func end(at token: Int) -> Int? {
        name(at: token).flatMap { names[$0].range.lowerBound == token ? names[$0].range.upperBound : nil }
    }

    /// The start of the name that ends with a token.
    func start(endingAt token: Int) -> Int? {
        name(at: token).flatMap { names[$0].range.upperBound == token + 1 ? names[$0].range.lowerBound : nil }
    }

    /// The person at the end of a phrase.
    func person(endingIn range: Range<Int>) -> Range<Int>? {
        guard let last = range.last, let name = name(at: last), names[name].type == .person,
            names[name].range.upperBound == range.upperBound
        else { return nil }
        return names[name].range
    }

    func person(beginningIn range: Range<Int>) -> Range<Int>? {
        guard let first = range.first, let name = name(at: first), names[name].type == .person,
            names[name].range.lowerBound == first
        else { return nil }
        return names[name].range
    }

    /// The names that lie within a range, in order.
    func within(_ range: Range<Int>) -> [Int] {
        var found: [Int] = []
        var token = range.lowerBound
        while token < range.upperBound {
            if let name = name(at: token) {
                let span = names[name].range
                if span.lowerBound >= range.lowerBound, span.upperBound <= range.upperBound { found.append(name) }
                token = max(token + 1, names[name].range.upperBound)
            } else {
                token += 1
            }
        }
        return found
    }
}
