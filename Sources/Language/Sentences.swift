/// Groups tokens into sentences. A line break always ends one.
public enum Sentences {
    /// Ranges of token indices, in order, that cover all tokens.
    public static func ranges(_ tokens: [Token], in text: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < tokens.count {
            if index > start, tokens[index].shape.contains(.paragraphBefore) {
                ranges.append(start..<index)
                start = index
            }
            if let end = end(after: index, tokens, text) {
                ranges.append(start..<end)
                start = end
                index = end
            } else {
                index += 1
            }
        }
        if start < tokens.count { ranges.append(start..<tokens.count) }
        return ranges
    }

    /// Where the token at `index` ends a sentence: the index behind it and its closing marks.
    private static func end(after index: Int, _ tokens: [Token], _ text: [UInt8]) -> Int? {
        let token = tokens[index]
        let isDotted = token.isWord && text[token.end - 1] == UInt8(ascii: ".")
        guard isDotted || isTerminator(token, text) else { return nil }
        var next = index + 1
        while next < tokens.count, closes(tokens[next], text) { next += 1 }
        guard next < tokens.count else { return next }
        let following = tokens[next]
        if following.shape.contains(.paragraphBefore) { return next }
        guard following.shape.contains(.spaceBefore) || following.kind == .quote else { return nil }
        if following.kind == .word, !following.isCapitalised { return nil }
        if following.kind == .punctuation, text[following.start] < 0x80, text[following.start] != UInt8(ascii: "(") {
            return nil
        }
        if isDotted { return Abbreviations.startsSentence(following.hash) ? next : nil }
        if text[token.start] == UInt8(ascii: "."), index > 0, next == index + 1 {
            return continues(after: tokens[index - 1], following) ? nil : next
        }
        return next
    }

    /// Whether a full stop behind `previous` belongs to an abbreviation or an initial.
    private static func continues(after previous: Token, _ following: Token) -> Bool {
        guard previous.isWord, !previous.shape.contains(.clitic) else { return false }
        if previous.end - previous.start == 1, previous.isCapitalised {
            return following.kind == .word && !Abbreviations.startsSentence(following.hash)
        }
        if Abbreviations.neverEnd(previous.hash) { return true }
        return Abbreviations.mayEnd(previous.hash)
            && (following.kind == .number || !Abbreviations.startsSentence(following.hash))
    }

    private static func isTerminator(_ token: Token, _ text: [UInt8]) -> Bool {
        guard token.kind == .punctuation else { return false }
        switch text[token.start] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        // U+2026 and U+3002.
        case 0xe2: return text[token.start + 1] == 0x80 && text[token.start + 2] == 0xa6
        case 0xe3: return text[token.start + 1] == 0x80 && text[token.start + 2] == 0x82
        default: return false
        }
    }

    /// A mark that stands directly behind the full stop and closes what it ends.
    private static func closes(_ token: Token, _ text: [UInt8]) -> Bool {
        guard !token.shape.contains(.spaceBefore), !token.shape.contains(.paragraphBefore) else { return false }
        switch token.kind {
        case .quote: return token.mark != .leftDouble && token.mark != .leftSingle && token.mark != .lowDouble
        case .punctuation:
            return [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
                .contains(text[token.start])
        default: return false
        }
    }
}
