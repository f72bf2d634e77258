/// A compiled regular expression of a tokenizer. It searches as Python's `re` does: the leftmost place, and there the
/// first alternative that matches. The work of one search is bounded; beyond the bound there is no match.
public struct Pattern: Sendable {
    private struct Alternative {
        var start: Int32
        /// The most scalars from its beginning to the end of the text; a match farther from the end there is none.
        var reach: Int
    }

    private let program: PatternProgram
    /// Alternatives that can begin with a scalar below U+0080, and those that can begin with another.
    private let starting: [[Alternative]]
    /// Alternatives that can match nothing.
    private let empty: [Alternative]
    private let isAtStart: Bool
    private let required: SIMD2<UInt64>

    /// Throws where the expression is ill-formed or uses what tokenizers do not.
    public init(_ source: String) throws(ModelError) {
        var parser = PatternParser(source)
        let syntax = try parser.parse()
        var choices = [syntax]
        if case .alternatives(let all) = syntax { choices = all }
        var program = PatternProgram()
        var starting: [[Alternative]] = Array(repeating: [], count: 129)
        var empty: [Alternative] = []
        for choice in choices {
            let isAtEnd = choice.isAnchored(.end) || choice.isAnchored(.absoluteEnd)
            let reach = isAtEnd ? choice.width.most.map { $0 + 1 } ?? .max : .max
            let alternative = Alternative(start: try program.add(choice), reach: reach)
            let first = choice.first
            for scalar in 0..<128 where first.isEmpty || first.ascii[scalar >> 6] >> UInt64(scalar & 63) & 1 != 0 {
                starting[scalar].append(alternative)
            }
            if first.isEmpty || first.others { starting[128].append(alternative) }
            if first.isEmpty { empty.append(alternative) }
        }
        self.program = program
        self.starting = starting
        self.empty = empty
        isAtStart = syntax.isAnchored(.start)
        required = syntax.required
    }

    /// The first match at or behind a place. `text` is all that the expression sees; offsets count its scalars.
    func search(
        _ text: UnsafeBufferPointer<UInt32>, from: Int = 0, notEmpty: Bool = false, _ machine: inout PatternMachine
    ) -> Range<Int>? {
        guard holdsRequired(text) else { return nil }
        machine.begin()
        for start in from...(isAtStart ? from : text.count) {
            if isAtStart, start > 0 { return nil }
            if let end = match(text, at: start, notEmpty: notEmpty && start == from, &machine) { return start..<end }
        }
        return nil
    }

    /// Whether a match begins where the text begins.
    func matches(_ text: UnsafeBufferPointer<UInt32>, _ machine: inout PatternMachine) -> Bool {
        guard holdsRequired(text) else { return false }
        machine.begin()
        return match(text, at: 0, notEmpty: false, &machine) != nil
    }

    @inline(__always) private func match(
        _ text: UnsafeBufferPointer<UInt32>, at start: Int, notEmpty: Bool, _ machine: inout PatternMachine
    ) -> Int? {
        let candidates = start < text.count ? starting[Int(min(text[start], 128))] : empty
        for alternative in candidates where text.count - start <= alternative.reach {
            if let end = machine.run(program, from: alternative.start, text, at: start, notEmpty: notEmpty) {
                return end
            }
        }
        return nil
    }

    private func holdsRequired(_ text: UnsafeBufferPointer<UInt32>) -> Bool {
        guard required != SIMD2() else { return true }
        var seen = SIMD2<UInt64>()
        for scalar in text where scalar < 128 { seen[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
        return seen & required == required
    }
}

extension Pattern {
    /// All matches in a text, from left to right, none in another; offsets count Unicode scalars.
    public func matches(in text: String) -> [Range<Int>] {
        var machine = PatternMachine()
        return text.unicodeScalars.map(\.value).withUnsafeBufferPointer { matches(in: $0, &machine) }
    }

    func matches(in text: UnsafeBufferPointer<UInt32>, _ machine: inout PatternMachine) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var from = 0
        var wasEmpty = false
        while from <= text.count, let match = search(text, from: from, notEmpty: wasEmpty, &machine) {
            found.append(match)
            wasEmpty = match.isEmpty
            from = match.upperBound
        }
        return found
    }
}
