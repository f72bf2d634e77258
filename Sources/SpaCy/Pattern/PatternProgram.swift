/// A regular expression as instructions for a machine that tries ways in Python's order and goes back where one fails.
struct PatternProgram {
    enum Instruction {
        case scalar(UInt32)
        case set(Int32)
        case assertion(PatternSyntax.Assertion)
        /// Goes on at `first`, and at `second` where that fails.
        case split(first: Int32, second: Int32)
        case jump(Int32)
        /// The instructions up to `next` must match (or must not) here, or `width` scalars before.
        case look(width: Int32, isNegated: Bool, next: Int32)
        case match
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [CharacterSet] = []
    private static let limit = 200_000

    /// Adds an expression; returns where it begins. It ends with `match`.
    mutating func add(_ syntax: PatternSyntax) throws(ModelError) -> Int32 {
        let start = here
        try emit(syntax)
        try append(.match)
        return start
    }

    private var here: Int32 { Int32(instructions.count) }

    private mutating func append(_ instruction: Instruction) throws(ModelError) {
        guard instructions.count < Self.limit else { throw .unsupported("a regular expression that is too long") }
        instructions.append(instruction)
    }

    private mutating func emit(_ syntax: PatternSyntax) throws(ModelError) {
        switch syntax {
        case .scalar(let scalar): try append(.scalar(scalar))
        case .set(let set):
            sets.append(set)
            try append(.set(Int32(sets.count - 1)))
        case .assertion(let assertion): try append(.assertion(assertion))
        case .sequence(let parts):
            for part in parts { try emit(part) }
        case .alternatives(let choices): try emit(choices)
        case .repetition(let part, let minimum, let maximum, let isLazy):
            try emit(part, minimum, maximum, isLazy)
        case .look(let part, let isAhead, let isNegated):
            let look = instructions.count
            try append(.match)
            try emit(part)
            try append(.match)
            let width = isAhead ? 0 : part.width.least
            instructions[look] = .look(width: Int32(width), isNegated: isNegated, next: here)
        }
    }

    private mutating func emit(_ choices: [PatternSyntax]) throws(ModelError) {
        var ends: [Int] = []
        for (index, choice) in choices.enumerated() {
            guard index < choices.count - 1 else {
                try emit(choice)
                break
            }
            let split = instructions.count
            try append(.match)
            try emit(choice)
            ends.append(instructions.count)
            try append(.match)
            instructions[split] = .split(first: Int32(split + 1), second: here)
        }
        for end in ends { instructions[end] = .jump(here) }
    }

    private mutating func emit(
        _ part: PatternSyntax, _ minimum: Int, _ maximum: Int?, _ isLazy: Bool
    ) throws(ModelError) {
        for _ in 0..<minimum { try emit(part) }
        guard let maximum else {
            let split = instructions.count
            try append(.match)
            try emit(part)
            try append(.jump(Int32(split)))
            instructions[split] = branch(Int32(split + 1), here, isLazy)
            return
        }
        var splits: [Int] = []
        for _ in minimum..<maximum {
            splits.append(instructions.count)
            try append(.match)
            try emit(part)
        }
        for split in splits { instructions[split] = branch(Int32(split + 1), here, isLazy) }
    }

    private func branch(_ into: Int32, _ past: Int32, _ isLazy: Bool) -> Instruction {
        isLazy ? .split(first: past, second: into) : .split(first: into, second: past)
    }
}
