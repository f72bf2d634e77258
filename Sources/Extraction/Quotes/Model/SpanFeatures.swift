import Language

/// What the model of spans sees of a token: content, speaker or neither of one cue.
struct SpanFeatures {
    let document: Document
    let columns: TokenColumns
    let rules: [Attribution]

    /// What a cue says of all tokens around it.
    struct CueView {
        let range: Range<Int>
        let head: UInt64
        let category: UInt64
        let before: UInt64
        let after: UInt64
        let sentence: Int32
        let quotation: Int32
        /// The rules' attribution with this cue.
        let rule: Int?
    }

    @inline(__always)
    private func at(_ column: [UInt64], _ index: Int, _ window: Range<Int>) -> UInt64 {
        window.contains(index) ? column[index] : TokenColumns.outside
    }

    func view(_ cue: Range<Int>) -> CueView {
        let head =
            cue.first { document.has($0, [.cue, .nominalCue]) }
            ?? cue.last {
                document.tokens[$0].isWord && !document.has($0, [.auxiliary, .be, .preposition, .determiner])
            }
            ?? cue.lowerBound
        let rule = cue.lazy.map { columns.ruleAtCue[$0] }.first { $0 >= 0 }
        return CueView(
            range: cue, head: columns.word[head], category: columns.category[head],
            before: cue.lowerBound > 0 ? columns.category[cue.lowerBound - 1] : 0,
            after: cue.upperBound < columns.category.count ? columns.category[cue.upperBound] : 0,
            sentence: columns.sentence[cue.lowerBound], quotation: document.covering[cue.lowerBound],
            rule: rule.map { Int($0) })
    }

    /// What holds for every cue of the paragraph.
    func emitStatic(_ i: Int, in window: Range<Int>, into sink: inout some FeatureSink) {
        typealias H = FeatureHash
        let c = columns
        let w0 = c.word[i]
        let (w1, p1) = (at(c.word, i + 1, window), at(c.word, i - 1, window))
        let k0 = c.category[i]
        let (k1, j1) = (at(c.category, i + 1, window), at(c.category, i - 1, window))
        let (k2, j2) = (at(c.category, i + 2, window), at(c.category, i - 2, window))
        sink.add(.categories, 15, 0)
        sink.add(.words, 0, w0)
        sink.add(.words, 1, p1)
        sink.add(.words, 2, w1)
        sink.add(.affixes, 0, c.suffix[i])
        sink.add(.affixes, 1, c.shape[i])
        sink.add(.affixes, 2, at(c.suffix, i - 1, window))
        sink.add(.categories, 0, k0)
        sink.add(.categories, 1, H.join(j1, k0))
        sink.add(.categories, 2, H.join(k0, k1))
        sink.add(.categories, 3, H.join(j2, j1, k0))
        sink.add(.categories, 4, H.join(j1, k0, k1))
        sink.add(.categories, 5, H.join(k0, k1, k2))
        let q = H.join(c.quotation[i], at(c.quotation, i - 1, window), at(c.quotation, i + 1, window))
        sink.add(.quotation, 0, q)
        sink.add(.quotation, 1, H.join(q, k0))
        sink.add(.names, 0, H.join(c.name[i], at(c.name, i - 1, window), at(c.name, i + 1, window)))
        let isStart: UInt64 = i > 0 && c.sentence[i - 1] == c.sentence[i] ? 0 : 1
        let ends = UInt64(min(3, i - window.lowerBound)) << 2 | UInt64(min(3, window.upperBound - 1 - i))
        let place = ends << 1 | isStart
        sink.add(.position, 0, place)
        sink.add(.position, 1, H.join(place, k0))
        sink.add(.rules, 0, c.rule[i])
        sink.add(.rules, 1, H.join(at(c.rule, i - 1, window), c.rule[i], at(c.rule, i + 1, window)))
    }

    private static let steps: [UInt64] = {
        var steps: [UInt64] = []
        for distance in 0..<128 {
            steps.append(
                UInt64([1, 2, 3, 4, 5, 7, 10, 15, 25, 40, 80].firstIndex { distance <= $0 } ?? 11))
        }
        return steps
    }()

    /// What holds beside one cue.
    func emit(_ i: Int, _ cue: CueView, in window: Range<Int>, into sink: inout some FeatureSink) {
        typealias H = FeatureHash
        let c = columns
        let k0 = c.category[i]
        let j1 = at(c.category, i - 1, window)
        let k1 = at(c.category, i + 1, window)
        if cue.range.contains(i) {
            sink.add(.cue, 15, UInt64(i == cue.range.lowerBound ? 1 : 0) << 1 | (i == cue.range.upperBound - 1 ? 1 : 0))
            return
        }
        let isLeft = i < cue.range.lowerBound
        let side: UInt64 = isLeft ? 0 : 1
        let distance = isLeft ? cue.range.lowerBound - i : i - cue.range.upperBound + 1
        let step = Self.steps[min(127, distance)] << 1 | side
        let (low, high) = isLeft ? (i, cue.range.lowerBound) : (cue.range.upperBound, i)
        func between(_ column: [Int32], _ limit: Int32) -> UInt64 {
            UInt64(max(0, min(limit, column[high] - column[low])))
        }
        let commas = between(c.commasBefore, 3)
        let verbs = between(c.verbsBefore, 3)
        let marks = between(c.marksBefore, 4)
        let thats = between(c.thatsBefore, 2)
        let cues = between(c.cuesBefore, 2)
        let sentences = UInt64(max(0, min(4, Int(c.sentence[i] - cue.sentence) + 2)))
        let isSame: UInt64 = document.covering[i] == cue.quotation ? 1 : 0
        let isQuoted: UInt64 = document.covering[i] >= 0 ? 1 : 0
        let quoted = marks << 3 | isQuoted << 2 | isSame << 1 | side
        sink.add(.distance, 0, step)
        sink.add(.distance, 1, H.join(step, k0))
        sink.add(.distance, 2, H.join(step, cue.head))
        sink.add(.distance, 3, H.join(sentences, k0))
        sink.add(.distance, 5, H.join(sentences << 8 | quoted, 0))
        sink.add(.between, 0, H.join(commas << 8 | verbs << 4 | sentences << 12, side))
        sink.add(.between, 1, H.join(quoted, k0))
        sink.add(.between, 2, H.join(thats << 8 | verbs << 4 | side, k0))
        sink.add(.between, 3, H.join(cues << 8 | commas << 4 | side, k0))
        sink.add(.between, 4, H.join(quoted, c.quotation[i], at(c.quotation, i - 1, window)))
        sink.add(.between, 5, H.join(commas << 8 | side | marks << 4, H.join(j1, k0, k1)))
        sink.add(.between, 6, H.join(verbs << 8 | side, j1, k0))
        sink.add(.cue, 0, H.join(cue.head, side, k0))
        sink.add(.cue, 1, H.join(cue.head, side, H.join(j1, k0)))
        sink.add(.cue, 2, H.join(cue.head, quoted))
        sink.add(.cue, 3, H.join(cue.category, side, H.join(j1, k0)))
        sink.add(.cue, 4, H.join(cue.head, thats << 4 | side | commas << 8, isQuoted))
        sink.add(.cue, 5, H.join(cue.after, side, k0))
        sink.add(.cue, 6, H.join(cue.before, side, k0))
        if distance <= 4 {
            sink.add(.cue, 10, H.join(cue.head, c.word[i], step))
            sink.add(.cue, 11, H.join(cue.category, c.word[i], step))
        }
        let state = ruled(i, cue) << 1 | side
        let last = i > window.lowerBound ? ruled(i - 1, cue) : 0
        sink.add(.rules, 2, H.join(state, last))
        sink.add(.rules, 3, H.join(state, last, k0))
        sink.add(.rules, 4, H.join(state, last, cue.head))
    }

    /// What the rules say of a token beside the cue.
    private func ruled(_ i: Int, _ cue: CueView) -> UInt64 {
        guard let rule = cue.rule else { return 1 }
        let attribution = rules[rule]
        if let subject = attribution.subject, subject.contains(i) { return 2 }
        for piece in attribution.content.prefix(4) where piece.contains(i) {
            return i == piece.lowerBound ? 3 : i == piece.upperBound - 1 ? 4 : 5
        }
        return 6
    }
}
