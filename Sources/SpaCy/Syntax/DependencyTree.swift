/// The heads and labels of a text's tokens. A root is its own head.
struct DependencyTree {
    private(set) var heads: [Int]
    /// Places in the parser's labels.
    private(set) var labels: [Int]

    /// `heads` are negative where a token has none; such a token has the label `root`.
    init(heads: [Int32], labels: [Int], root: Int) {
        self.heads = heads.indices.map { heads[$0] < 0 ? $0 : Int(heads[$0]) }
        self.labels = zip(heads, labels).map { $0 < 0 ? root : $1 }
    }

    /// How many tokens a search for a head looks at; no sentence is as long.
    private static let searchLimit = 4096

    /// Gives tokens with decorated labels the heads that these name: the first token with the head's label below the
    /// present head, level by level and from left to right; the present head where there is none (spaCy's `nonproj.pyx`).
    mutating func reattach(_ decorations: [ParserActions.Decoration?], isSpace: (Int) -> Bool) {
        guard labels.contains(where: { decorations[$0] != nil }) else { return }
        let children = Children(heads)
        for token in heads.indices {
            guard let decoration = decorations[labels[token]] else { continue }
            heads[token] = head(decoration.headLabel, for: token, children, isSpace)
            labels[token] = decoration.label
        }
    }

    private func head(_ label: Int, for token: Int, _ children: Children, _ isSpace: (Int) -> Bool) -> Int {
        var queue = [heads[token]]
        var done = 0
        while done < queue.count, queue.count < Self.searchLimit {
            let parent = queue[done]
            done += 1
            // Tokens that were attached elsewhere lie outside of what spaCy looks at.
            for child in children[parent] where heads[child] == parent && child != token && !isSpace(child) {
                if labels[child] == label { return child }
                queue.append(child)
            }
        }
        return heads[token]
    }

    /// The first tokens of sentences, in ascending order: the leftmost below each root.
    ///
    /// Where arcs cross, spaCy carries these up only until each head lies in its token's sentence, and eleven times at most
    /// (`set_children_from_heads`).
    var sentenceStarts: [Int] {
        var leftmost = Array(heads.indices)
        var starts: [Int] = []
        for _ in 0...10 {
            for token in heads.indices { leftmost[heads[token]] = min(leftmost[heads[token]], leftmost[token]) }
            for token in heads.indices.reversed() {
                leftmost[heads[token]] = min(leftmost[heads[token]], leftmost[token])
            }
            starts = Set(heads.indices.filter { heads[$0] == $0 }.map { leftmost[$0] }).sorted()
            if headsLieWithin(starts) { break }
        }
        return starts
    }

    /// Whether no token's head lies in another sentence. The text's last token is not looked at, and counts as a sentence.
    private func headsLieWithin(_ starts: [Int]) -> Bool {
        guard let last = heads.indices.last else { return true }
        var start = 0
        for end in starts.filter({ $0 > 0 && $0 < last }) + [last] {
            for token in start..<end where heads[token] < start || heads[token] > end { return false }
            start = end
        }
        return true
    }

    /// The children of each token, in ascending order.
    private struct Children {
        private var starts: [Int]
        private var tokens: [Int]

        init(_ heads: [Int]) {
            starts = Array(repeating: 0, count: heads.count + 1)
            for token in heads.indices where heads[token] != token { starts[heads[token] + 1] += 1 }
            for token in heads.indices { starts[token + 1] += starts[token] }
            var ends = starts
            tokens = Array(repeating: 0, count: starts[heads.count])
            for token in heads.indices where heads[token] != token {
                tokens[ends[heads[token]]] = token
                ends[heads[token]] += 1
            }
        }

        subscript(token: Int) -> ArraySlice<Int> { tokens[starts[token]..<starts[token + 1]] }
    }
}
