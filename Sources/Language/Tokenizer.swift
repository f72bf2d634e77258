/// Cuts text into words, numbers and marks. Every byte that is no white space lies in exactly one token.
///
/// Inner hyphens, apostrophes and the full stops of "U.S." stay in their word; 's, 'd and their like are tokens of
/// their own, as grammars want them.
public enum Tokenizer {
    public static func tokens(_ text: [UInt8]) -> [Token] {
        text.withUnsafeBufferPointer { buffer in
            var scanner = Scanner(text: buffer)
            return scanner.scan()
        }
    }
}

private struct Scanner {
    let text: UnsafeBufferPointer<UInt8>
    var tokens: [Token] = []
    var index = 0
    var pending: Token.Shape = []

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        // English has about five bytes a token.
        tokens.reserveCapacity(text.count / 5 + 8)
    }

    mutating func scan() -> [Token] {
        pending = .paragraphBefore
        while index < text.count {
            let (scalar, next) = Scalars.decode(text, at: index)
            if Scalars.isSpace(scalar) {
                pending.insert(Scalars.isLineBreak(scalar) ? [.spaceBefore, .paragraphBefore] : .spaceBefore)
                index = next
            } else if Scalars.isLetter(scalar) {
                word()
            } else if isDigit(scalar) {
                number()
            } else {
                mark(scalar, next)
            }
        }
        return tokens
    }

    private func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

    private mutating func emit(
        _ range: Range<Int>, _ kind: Token.Kind, _ shape: Token.Shape = [], mark: QuotationMark = .none,
        hash: WordHash
    ) {
        tokens.append(Token(range, kind, shape.union(pending), mark: mark, hash: hash))
        pending = []
        index = range.upperBound
    }

    /// The scalar at an offset, or 0 behind the end.
    @inline(__always)
    private func peek(_ offset: Int) -> (scalar: UInt32, next: Int) {
        offset < text.count ? Scalars.decode(text, at: offset) : (0, offset)
    }

    private mutating func word() {
        let start = index
        var end = index
        var hash = WordHash()
        var shape: Token.Shape = []
        var letters = 0
        var isFirst = true
        while end < text.count {
            let (scalar, next) = Scalars.decode(text, at: end)
            if Scalars.isLetter(scalar) {
                letters += 1
                if Scalars.isUpper(scalar) {
                    if isFirst { shape.insert(.startsUpper) }
                } else {
                    shape.insert(.hasLower)
                }
            } else if isDigit(scalar) {
                shape.insert(.hasDigit)
            } else if !Scalars.isInvisible(scalar) {
                guard joins(scalar, next, start: start, end: end) else { break }
            }
            isFirst = false
            hash.append(scalar)
            end = next
        }
        if shape.contains(.startsUpper), !shape.contains(.hasLower), letters > 1 { shape.insert(.allUpper) }
        emit(start..<end, .word, shape, hash: hash)
        clitic()
    }

    /// Whether a sign between the letters before `end` and what stands at `next` belongs to the word.
    private func joins(_ scalar: UInt32, _ next: Int, start: Int, end: Int) -> Bool {
        let (following, _) = peek(next)
        switch scalar {
        case 0x2d, 0x2010, 0x2011: return Scalars.isLetter(following) || isDigit(following)
        case 0x27, 0x2019, 0x2bc: return Scalars.isLetter(following) && cliticEnd(at: end) == nil
        case 0x26: return Scalars.isUpper(following) && Scalars.isUpper(UInt32(text[end - 1]))
        case 0x2e:
            // "U.S." and "e.g.", also their last full stop; "axios.com".
            if isLoneLetter(before: end, start: start) {
                return Scalars.isLetter(following) && isLoneLetter(after: next)
                    || text[start..<end].contains(0x2e) && !Scalars.isLetter(following)
            }
            return 0x61...0x7a ~= following && 0x61...0x7a ~= UInt32(text[end - 1])
        default: return false
        }
    }

    private func isLoneLetter(before end: Int, start: Int) -> Bool {
        end - start == 1 || (end - start > 1 && text[end - 2] == 0x2e)
    }

    private func isLoneLetter(after next: Int) -> Bool {
        let (_, behind) = peek(next)
        return !Scalars.isLetter(peek(behind).scalar)
    }

    /// Where an apostrophe begins 's, 'd, 'm, 'll, 've or 're: the offset behind it.
    private func cliticEnd(at offset: Int) -> Int? {
        let (scalar, next) = peek(offset)
        guard scalar == 0x27 || scalar == 0x2019 || scalar == 0x2bc else { return nil }
        let (first, second) = peek(next)
        let end: Int
        switch first | 0x20 {
        case 0x73, 0x64, 0x6d: end = second  // s d m
        case 0x6c, 0x76, 0x72:  // ll ve re
            let (last, behind) = peek(second)
            let wanted: UInt32 = first | 0x20 == 0x6c ? 0x6c : 0x65
            guard last | 0x20 == wanted else { return nil }
            end = behind
        default: return nil
        }
        let following = peek(end).scalar
        return Scalars.isLetter(following) || isDigit(following) ? nil : end
    }

    private mutating func clitic() {
        guard let end = cliticEnd(at: index) else { return }
        let hash = WordHash(UnsafeBufferPointer(rebasing: text[index..<end]))
        emit(index..<end, .word, .clitic, hash: hash)
    }

    private mutating func number() {
        let start = index
        var end = index
        var hash = WordHash()
        while end < text.count {
            let (scalar, next) = Scalars.decode(text, at: end)
            let joins: Bool =
                switch scalar {
                case 0x2e, 0x2c, 0x3a, 0x2f, 0x2d, 0x2013: isDigit(peek(next).scalar)
                default: isDigit(scalar) || Scalars.isLetter(scalar)
                }
            guard joins else { break }
            hash.append(scalar)
            end = next
        }
        emit(start..<end, .number, .hasDigit, hash: hash)
        clitic()
    }

    private mutating func mark(_ scalar: UInt32, _ next: Int) {
        var end = next
        // Runs of one sign are one token: "...", "--", and the doubled marks of plain text.
        if scalar == 0x2e || scalar == 0x2d || scalar == 0x2a || scalar == 0x5f || scalar == 0x3d {
            while end < text.count, text[end] == UInt8(scalar) { end += 1 }
        }
        var quotation = QuotationMark(scalar: scalar)
        if quotation == .straightSingle, end < text.count, scalar < 0x80, text[end] == UInt8(scalar) {
            end += 1
            quotation = .straight
        }
        var hash = WordHash()
        hash.append(scalar)
        let kind: Token.Kind =
            if quotation != .none {
                .quote
            } else {
                switch scalar {
                case 0x21, 0x28...0x29, 0x2c...0x2f, 0x3a, 0x3b, 0x3f, 0x5b, 0x5d, 0x7b, 0x7d, 0xa1, 0xbf: .punctuation
                case 0x2010...0x2015, 0x2026, 0x2022, 0x3001, 0x3002: .punctuation
                default: .symbol
                }
            }
        emit(index..<end, kind, mark: quotation, hash: hash)
    }
}
