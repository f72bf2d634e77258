/// What a search needs while it runs: the ways that are still to be tried.
struct PatternMachine {
    private var waiting: [(instruction: Int32, position: Int32)] = []
    private var steps = 0
    /// Steps of one search.
    private static let limit = 1_000_000

    mutating func begin() { steps = Self.limit }

    /// Where the first way through the program ends, from a place of the text.
    mutating func run(
        _ program: PatternProgram, from instruction: Int32, _ text: UnsafeBufferPointer<UInt32>, at start: Int,
        notEmpty: Bool = false
    ) -> Int? {
        let base = waiting.count
        defer { waiting.removeLast(waiting.count - base) }
        var next = Int(instruction)
        var position = start
        while true {
            steps -= 1
            if steps < 0 { return nil }
            let goesOn: Bool
            switch program.instructions[next] {
            case .scalar(let scalar):
                goesOn = position < text.count && text[position] == scalar
                position += 1
                next += 1
            case .set(let set):
                goesOn = position < text.count && program.sets[Int(set)].contains(text[position])
                position += 1
                next += 1
            case .assertion(let assertion):
                goesOn = Self.holds(assertion, text, position)
                next += 1
            case .split(let first, let second):
                waiting.append((second, Int32(position)))
                next = Int(first)
                goesOn = true
            case .jump(let target):
                next = Int(target)
                goesOn = true
            case .look(let width, let isNegated, let past):
                let from = position - Int(width)
                let found = from >= 0 && run(program, from: Int32(next + 1), text, at: from) != nil
                goesOn = found != isNegated
                next = Int(past)
            case .match:
                if !notEmpty || position > start { return position }
                goesOn = false
            }
            if goesOn { continue }
            guard waiting.count > base, let other = waiting.popLast() else { return nil }
            next = Int(other.instruction)
            position = Int(other.position)
        }
    }

    private static func holds(
        _ assertion: PatternSyntax.Assertion, _ text: UnsafeBufferPointer<UInt32>, _ position: Int
    ) -> Bool {
        func isWord(_ index: Int) -> Bool { text.indices.contains(index) && UnicodeClasses.isWord(text[index]) }
        switch assertion {
        case .start: return position == 0
        case .absoluteEnd: return position == text.count
        case .end: return position == text.count || (position == text.count - 1 && text[position] == 0x0a)
        case .wordBoundary: return isWord(position - 1) != isWord(position)
        case .noWordBoundary: return isWord(position - 1) == isWord(position)
        }
    }
}
