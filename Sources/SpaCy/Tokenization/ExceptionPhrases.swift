/// Finds, among the tokens of a text, exceptions that affixes had cut or that hold spaces, and cuts them as their table
/// says (`Tokenizer._apply_special_cases`).
struct ExceptionPhrases {
    /// A trie over words: node and base form to node.
    private var nodes: [SIMD2<Int32>: Int32] = [:]
    private var isEnd: [Bool] = [false]

    mutating func insert(_ words: [Int32]) {
        var node: Int32 = 0
        for word in words {
            let edge = SIMD2(node, word)
            if let next = nodes[edge] {
                node = next
            } else {
                node = Int32(isEnd.count)
                nodes[edge] = node
                isEnd.append(false)
            }
        }
        isEnd[Int(node)] = true
    }

    func apply(
        to tokens: inout TokenList, of text: UnsafeBufferPointer<UInt8>, _ exceptions: Exceptions, _ lexicon: Lexicon
    ) {
        let spans = selected(matches(tokens, lexicon), tokens.count)
        guard !spans.isEmpty else { return }
        var result = TokenList()
        var index = 0
        for span in spans {
            result.items += tokens.items[index..<span.lowerBound]
            index = span.upperBound
            let first = tokens.items[span.lowerBound]
            let last = tokens.items[span.upperBound - 1]
            if let pieces = exceptions.find(UnsafeBufferPointer(rebasing: text[first.start..<last.end])) {
                result.append(pieces[...], at: first.start)
                result.items[result.count - 1].isFollowedBySpace = last.isFollowedBySpace
            } else {
                result.items += tokens.items[span]
            }
        }
        result.items += tokens.items[index...]
        tokens = result
    }

    private func matches(_ tokens: TokenList, _ lexicon: Lexicon) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for start in 0..<tokens.count where lexicon.startsPhrase(tokens.items[start].form) {
            var node: Int32 = 0
            var index = start
            while index < tokens.count,
                let next = nodes[SIMD2(node, lexicon.bases[Int(tokens.items[index].form)])]
            {
                node = next
                index += 1
                if isEnd[Int(node)] { found.append(start..<index) }
            }
        }
        return found
    }

    /// The longest first, then the earliest; none whose first or last token is taken.
    private func selected(_ spans: [Range<Int>], _ count: Int) -> [Range<Int>] {
        guard !spans.isEmpty else { return [] }
        var isTaken = Array(repeating: false, count: count)
        var selected: [Range<Int>] = []
        for span in spans.sorted(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }) {
            if !isTaken[span.lowerBound], !isTaken[span.upperBound - 1] { selected.append(span) }
            for index in span { isTaken[index] = true }
        }
        return selected.sorted { $0.lowerBound < $1.lowerBound }
    }
}
