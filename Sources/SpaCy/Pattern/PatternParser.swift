/// Reads the regular expressions of Python's `re`, as far as tokenizers use them. Groups are not remembered, so what
/// asks for a group is refused, by name.
struct PatternParser {
    private let source: [UInt32]
    private var position = 0
    private var ignoresCase = false
    private static let depth = 64

    init(_ source: String) { self.source = source.unicodeScalars.map(\.value) }

    mutating func parse() throws(ModelError) -> PatternSyntax {
        let syntax = try alternatives(0)
        guard position == source.count else { throw damaged("unbalanced )") }
        return syntax
    }

    private mutating func alternatives(_ depth: Int) throws(ModelError) -> PatternSyntax {
        guard depth < Self.depth else { throw damaged("groups too deep") }
        var choices: [PatternSyntax] = []
        repeat { choices.append(try sequence(depth)) } while take("|")
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private mutating func sequence(_ depth: Int) throws(ModelError) -> PatternSyntax {
        var parts: [PatternSyntax] = []
        while let next = peek, next != "|", next != ")" {
            guard let atom = try atom(depth) else { continue }
            parts.append(try repeated(atom))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom(_ depth: Int) throws(ModelError) -> PatternSyntax? {
        let scalar = source[position]
        position += 1
        switch Unicode.Scalar(scalar) {
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case ".": return .set(CharacterSet([0x0a...0x0a], isNegated: true, ignoresCase: false))
        case "[": return .set(try characterSet())
        case "(": return try group(depth)
        case "\\": return try escape()
        case "*", "+", "?": throw damaged("nothing to repeat")
        default: return literal(scalar)
        }
    }

    private func literal(_ scalar: UInt32) -> PatternSyntax {
        ignoresCase ? .set(CharacterSet([scalar...scalar], ignoresCase: true)) : .scalar(scalar)
    }

    private mutating func group(_ depth: Int) throws(ModelError) -> PatternSyntax? {
        var result: PatternSyntax?
        if take("?") {
            if take(":") {
                result = try alternatives(depth + 1)
            } else if take("=") {
                result = .look(try alternatives(depth + 1), isAhead: true, isNegated: false)
            } else if take("!") {
                result = .look(try alternatives(depth + 1), isAhead: true, isNegated: true)
            } else if take("<") {
                let isNegated = take("!")
                guard isNegated || take("=") else {
                    throw .unsupported("a named group in the regular expression \(text)")
                }
                let syntax = try alternatives(depth + 1)
                guard syntax.width.least == syntax.width.most else { throw damaged("look-behind of no fixed width") }
                result = .look(syntax, isAhead: false, isNegated: isNegated)
            } else {
                while let flag = peek, flag != ")" {
                    guard flag == "u" || flag == "i" else {
                        throw .unsupported("(?\(flag)…) in the regular expression \(text)")
                    }
                    if flag == "i" { ignoresCase = true }
                    position += 1
                }
            }
        } else {
            result = try alternatives(depth + 1)
        }
        guard take(")") else { throw damaged("missing )") }
        return result
    }

    private mutating func repeated(_ atom: PatternSyntax) throws(ModelError) -> PatternSyntax {
        guard let bounds = bounds() else { return atom }
        guard bounds.1.map({ $0 >= bounds.0 }) ?? true else { throw damaged("repetition from more to less") }
        if bounds.1 == nil, atom.width.least == 0 {
            throw .unsupported("endless repetition of nothing in the regular expression \(text)")
        }
        if take("+") { throw .unsupported("possessive repetition in the regular expression \(text)") }
        let isLazy = take("?")
        guard self.bounds() == nil else { throw damaged("multiple repeat") }
        return .repetition(atom, minimum: bounds.0, maximum: bounds.1, isLazy: isLazy)
    }

    /// How often what stands before is to be repeated, if that is said here.
    private mutating func bounds() -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        return peek == "{" ? counts() : nil
    }

    /// `{m}`, `{m,}`, `{,n}` or `{m,n}`; any other brace stands for itself.
    private mutating func counts() -> (Int, Int?)? {
        let start = position
        position += 1
        let least = number()
        let most = take(",") ? number() : least
        let hasComma = source[position - 1] == 0x2c || (least != nil || most != nil)
        guard hasComma, take("}"), position - start > 2 else {
            position = start
            return nil
        }
        return (least ?? 0, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let next = peek, let digit = next.properties.numericType == .decimal && next.isASCII ? next : nil {
            value = min((value ?? 0) * 10 + Int(digit.value - 0x30), 10_000)
            position += 1
        }
        return value
    }

    private mutating func escape() throws(ModelError) -> PatternSyntax {
        guard let next = peek else { throw damaged("\\ at the end") }
        let assertions: [Unicode.Scalar: PatternSyntax.Assertion] = [
            "A": .start, "Z": .absoluteEnd, "b": .wordBoundary, "B": .noWordBoundary,
        ]
        if let assertion = assertions[next] {
            position += 1
            return .assertion(assertion)
        }
        if ("1"..."9").contains(next) { throw .unsupported("a back-reference in the regular expression \(text)") }
        if let category = category(next) {
            position += 1
            return .set(CharacterSet([], [category], ignoresCase: false))
        }
        return literal(try escapedScalar())
    }

    private func category(_ letter: Unicode.Scalar) -> CharacterSet.Category? {
        switch letter {
        case "d": .decimal
        case "w": .word
        case "s": .space
        case "D": .notDecimal
        case "W": .notWord
        case "S": .notSpace
        default: nil
        }
    }

    /// The scalar that an escape stands for, behind its backslash.
    private mutating func escapedScalar() throws(ModelError) -> UInt32 {
        guard let letter = peek else { throw damaged("\\ at the end") }
        position += 1
        switch letter {
        case "n": return 0x0a
        case "t": return 0x09
        case "r": return 0x0d
        case "f": return 0x0c
        case "v": return 0x0b
        case "a": return 0x07
        case "0": return 0
        case "x": return try hexadecimal(2)
        case "u": return try hexadecimal(4)
        case "U": return try hexadecimal(8)
        default:
            guard !UnicodeClasses.isAlpha(letter.value) || !letter.isASCII else {
                throw .unsupported("\\\(letter) in the regular expression \(text)")
            }
            return letter.value
        }
    }

    private mutating func hexadecimal(_ digits: Int) throws(ModelError) -> UInt32 {
        guard source.count - position >= digits else { throw damaged("a short escape") }
        var value: UInt64 = 0
        for scalar in source[position..<position + digits] {
            guard let scalar = Unicode.Scalar(scalar), let digit = Character(scalar).hexDigitValue else {
                throw damaged("a short escape")
            }
            value = value << 4 | UInt64(digit)
        }
        position += digits
        guard value <= 0x10_ffff else { throw damaged("an escape beyond Unicode") }
        return UInt32(value)
    }

    private mutating func characterSet() throws(ModelError) -> CharacterSet {
        var ranges: [ClosedRange<UInt32>] = []
        var categories: [CharacterSet.Category] = []
        let isNegated = take("^")
        var isFirst = true
        while isFirst || peek != "]" {
            isFirst = false
            guard let low = try member(&categories) else { continue }
            guard peek == "-", position + 1 < source.count, source[position + 1] != 0x5d else {
                ranges.append(low...low)
                continue
            }
            position += 1
            guard let high = try member(&categories), low <= high else { throw damaged("a bad range in a class") }
            ranges.append(low...high)
        }
        position += 1
        return CharacterSet(ranges, categories, isNegated: isNegated, ignoresCase: ignoresCase)
    }

    /// One scalar of a class; nil where a category stands instead.
    private mutating func member(_ categories: inout [CharacterSet.Category]) throws(ModelError) -> UInt32? {
        guard let next = peek else { throw damaged("missing ]") }
        position += 1
        guard next == "\\" else { return next.value }
        guard let letter = peek else { throw damaged("missing ]") }
        if let category = category(letter) {
            position += 1
            categories.append(category)
            return nil
        }
        if letter == "b" {
            position += 1
            return 0x08
        }
        return try escapedScalar()
    }

    private var peek: Unicode.Scalar? {
        position < source.count ? Unicode.Scalar(source[position]) : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    /// The beginning of the expression, for messages.
    private var text: String {
        String(String.UnicodeScalarView(source.prefix(60).compactMap { Unicode.Scalar($0) }))
    }

    private func damaged(_ reason: String) -> ModelError {
        .damaged("the regular expression \(text)", reason: "\(reason) at \(position)")
    }
}
