import Language

/// Reads quotation marks as a state machine.
///
/// A mark that is missing costs at most the rest of its paragraph or sentence; whatever the marks, every quotation lies
/// within one paragraph, and inner ones within outer ones.
struct QuotationFinder {
    let tokens: [Token]
    let text: [UInt8]
    let sentences: [Range<Int>]
    /// Whether a token may be a verb of saying.
    let isCue: (Int) -> Bool

    private var quotations: [Quotation] = []
    private var open: [Open] = []
    /// What the paragraph before left open at its end: its mark and its quotation.
    private var left: (mark: QuotationMark, quotation: Int)?
    private var paragraph = 0..<0
    /// The last single mark of the paragraph that could close.
    private var lastSingle = -1

    private struct Open {
        var token: Int
        var mark: QuotationMark
        var continues: Int?
    }

    private static let maxDepth = 6

    init(tokens: [Token], text: [UInt8], sentences: [Range<Int>], isCue: @escaping (Int) -> Bool) {
        self.tokens = tokens
        self.text = text
        self.sentences = sentences
        self.isCue = isCue
    }

    mutating func read(_ paragraph: Document.Paragraph) {
        self.paragraph = paragraph.tokens
        lastSingle = paragraph.tokens.last { tokens[$0].mark.isApostrophe && looksClosing($0) } ?? -1
        for index in paragraph.tokens where tokens[index].kind == .quote {
            if index == paragraph.tokens.lowerBound, let left, left.mark == tokens[index].mark {
                open.append(Open(token: index, mark: left.mark, continues: left.quotation))
            } else if !close(index) {
                begin(index)
            }
        }
        left = nil
        if let outer = open.first { leave(outer, in: paragraph) }
        open = []
    }

    /// The quotations in the order of their opening marks, with their parents.
    consuming func finish() -> [Quotation] {
        let order = quotations.indices.sorted {
            let (one, other) = (quotations[$0].range, quotations[$1].range)
            return (one.lowerBound, other.upperBound) < (other.lowerBound, one.upperBound)
        }
        var place = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { place[old] = new }
        var result: [Quotation] = []
        var around: [Int] = []
        for old in order {
            var quotation = quotations[old]
            while let last = around.last, result[last].range.upperBound < quotation.range.upperBound {
                around.removeLast()
            }
            quotation.parent = around.last
            quotation.continues = quotation.continues.map { place[$0] }
            around.append(result.count)
            result.append(quotation)
        }
        return result
    }

    /// An outer quotation that its paragraph does not close.
    private mutating func leave(_ outer: Open, in paragraph: Document.Paragraph) {
        let isWhole = outer.token == paragraph.tokens.lowerBound || outer.continues != nil
        let sentence = paragraph.sentences.first { sentences[$0].contains(outer.token) }
        let isLast = sentence == paragraph.sentences.last
        let end =
            isWhole || isLast ? paragraph.tokens.upperBound : sentence.map { sentences[$0].upperBound } ?? outer.token
        let upper = max(end, reach(within: outer))
        guard upper > outer.token + 1 else { return }
        if end == paragraph.tokens.upperBound { left = (outer.mark, quotations.count) }
        quotations.append(
            Quotation(
                range: outer.token..<upper, inner: outer.token + 1..<upper, parent: nil, continues: outer.continues,
                isClosed: false))
    }

    /// Where the last of the quotations within an open one ends; those were found first.
    private func reach(within outer: Open) -> Int {
        quotations.reversed().prefix { $0.range.lowerBound > outer.token }.map(\.range.upperBound).max() ?? 0
    }

    private mutating func close(_ index: Int) -> Bool {
        let mark = tokens[index].mark
        // “… is 51 percent.“: a mark of the wrong hand.
        let isTurned = mark == .leftDouble && looksClosing(index) && !looksOpening(index)
        let closing = isTurned ? .rightDouble : mark
        guard let place = open.lastIndex(where: { Self.closers(of: $0.mark).contains(closing) }) else { return false }
        if mark == .straight, looksOpening(index), !looksClosing(index) {
            // A closing mark is missing: what was open ends where its sentence does.
            end(place, before: index)
            return false
        }
        if mark.isApostrophe, !closesSingle(index) { return true }
        let opening = open[place]
        open.removeSubrange(place...)
        guard index > opening.token + 1 else { return true }
        quotations.append(
            Quotation(
                range: opening.token..<index + 1, inner: opening.token + 1..<index, parent: nil,
                continues: opening.continues, isClosed: true))
        return true
    }

    private mutating func end(_ place: Int, before index: Int) {
        let opening = open[place]
        open.removeSubrange(place...)
        var upper = opening.token + 1
        while upper < index, !sign(upper, [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]) { upper += 1 }
        upper = max(beforeCue(opening.token, min(upper + 1, index)), reach(within: opening))
        guard upper > opening.token + 1, open.isEmpty else { return }
        quotations.append(
            Quotation(
                range: opening.token..<upper, inner: opening.token + 1..<upper, parent: nil,
                continues: opening.continues, isClosed: false))
    }

    /// "“I read that report, Vance said. “…": the comma before the clause of who speaks.
    private func beforeCue(_ start: Int, _ end: Int) -> Int {
        let last = (max(start, end - Self.longestClause)..<end).last { isCue($0) }
        guard let last, let comma = (start..<last).last(where: { sign($0, [UInt8(ascii: ",")]) }), comma > start + 1,
            last - comma < Self.longestClause, tokens[comma + 1].isWord
        else { return end }
        return comma + 1
    }

    private static let longestClause = 8

    private mutating func begin(_ index: Int) {
        guard open.count < Self.maxDepth else { return }
        let opens: Bool =
            switch tokens[index].mark {
            case .leftDouble, .lowDouble, .leftGuillemet, .leftSingleGuillemet: true
            case .leftSingle, .lowSingle: lastSingle > index
            case .straight: looksOpening(index) || !looksClosing(index) && isGluedRight(index)
            case .straightSingle: looksOpening(index) && lastSingle > index && !isElision(index)
            case .rightDouble, .rightGuillemet, .rightSingleGuillemet: looksOpening(index)
            case .rightSingle, .none: false
            }
        if opens { open.append(Open(token: index, mark: tokens[index].mark, continues: nil)) }
    }

    private static func closers(of mark: QuotationMark) -> [QuotationMark] {
        switch mark {
        case .straight: [.straight, .rightDouble]
        case .leftDouble: [.rightDouble, .straight]
        case .rightDouble: [.rightDouble]
        case .lowDouble: [.leftDouble, .rightDouble, .straight]
        case .straightSingle, .leftSingle: [.rightSingle, .straightSingle]
        case .lowSingle: [.leftSingle, .rightSingle]
        case .leftGuillemet: [.rightGuillemet]
        case .rightGuillemet: [.leftGuillemet, .rightGuillemet]
        case .leftSingleGuillemet: [.rightSingleGuillemet]
        case .rightSingleGuillemet: [.leftSingleGuillemet, .rightSingleGuillemet]
        case .rightSingle, .none: []
        }
    }

    /// Whether an apostrophe closes rather than marks a plural's possessive ("the officials' words").
    private func closesSingle(_ index: Int) -> Bool {
        guard looksClosing(index) else { return false }
        guard index > paragraph.lowerBound, tokens[index - 1].isWord else { return true }
        let last = text[tokens[index - 1].end - 1] | 0x20
        let isPlural = last == UInt8(ascii: "s")
        return !isPlural || lastSingle == index || !(index + 1 < paragraph.upperBound && tokens[index + 1].isWord)
    }

    /// "'90s", "'em".
    private func isElision(_ index: Int) -> Bool {
        guard index + 1 < paragraph.upperBound else { return true }
        return tokens[index + 1].kind == .number || Self.elisions.contains(tokens[index + 1].hash)
    }

    private static let elisions = Set(["em", "til", "cause", "tis", "twas", "n"].map { WordHash($0) })

    private func isGluedLeft(_ index: Int) -> Bool {
        index > paragraph.lowerBound && !tokens[index].shape.contains(.spaceBefore)
    }

    private func isGluedRight(_ index: Int) -> Bool {
        index + 1 < paragraph.upperBound && !tokens[index + 1].shape.contains(.spaceBefore)
    }

    private func looksOpening(_ index: Int) -> Bool {
        guard isGluedRight(index) else { return false }
        guard isGluedLeft(index) else { return true }
        let before = tokens[index - 1]
        return before.kind == .quote
            || sign(index - 1, [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), 0xe2])
    }

    private func looksClosing(_ index: Int) -> Bool {
        guard isGluedLeft(index) else { return false }
        return !isGluedRight(index) || tokens[index + 1].kind != .word && tokens[index + 1].kind != .number
    }

    private func sign(_ index: Int, _ bytes: [UInt8]) -> Bool {
        tokens[index].kind == .punctuation && bytes.contains(text[tokens[index].start])
    }
}
