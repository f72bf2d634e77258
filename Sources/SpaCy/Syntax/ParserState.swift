/// Where an arc-eager parser stands: a stack, a buffer, and the arcs so far. It differs from the textbook's (Nivre 2008)
/// as spaCy's does (`_state.pxd`, `arc_eager.pyx`): a word without head goes from the stack back to the buffer, a left arc
/// may take a word's head away, and an action begins sentences.
struct ParserState {
    /// Which actions may follow.
    struct Moves: OptionSet {
        let rawValue: Int

        init(rawValue: Int) { self.rawValue = rawValue }
        init(_ move: ParserActions.Move) { self.init(rawValue: 1 << move.rawValue) }
    }

    static let none: Int32 = -1

    /// By token; -1 for none.
    private(set) var heads: [Int32]
    private(set) var labels: [Int]
    private var stack: [Int32] = []
    /// What has come back from the stack lies before the words that are still to come.
    private var returned: [Int32] = []
    private var next: Int32 = 0
    private let count: Int32
    private var isUnshiftable: [Bool]
    private var startsSentence: [Bool]
    private var lastLeft: [Int32]
    private var lastRight: [Int32]
    /// Of a token, the right child that its head had before.
    private var previousRight: [Int32]

    init(count: Int) {
        self.count = Int32(count)
        heads = Array(repeating: Self.none, count: count)
        labels = Array(repeating: 0, count: count)
        isUnshiftable = Array(repeating: false, count: count)
        startsSentence = Array(repeating: false, count: count)
        lastLeft = heads
        lastRight = heads
        previousRight = heads
    }

    var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

    /// One more than the last token that the state looks at.
    var lookahead: Int { min(Int(next) + 2, Int(count)) }

    private var bufferCount: Int { Int(count - next) + returned.count }

    private func buffer(_ index: Int) -> Int32 {
        if index < returned.count { return returned[returned.count - 1 - index] }
        let token = next + Int32(index - returned.count)
        return token < count ? token : Self.none
    }

    private func stack(_ index: Int) -> Int32 { index < stack.count ? stack[stack.count - 1 - index] : Self.none }

    /// The tokens that the model looks at, -1 where there is none: the first two of the buffer, the upper three of the
    /// stack, the latest left child of the buffer's first, the latest left and right children of the stack's top.
    var context: SIMD8<Int32> {
        let (first, top) = (buffer(0), stack(0))
        return SIMD8(
            first, buffer(1), top, stack(1), stack(2), first < 0 ? first : lastLeft[Int(first)],
            top < 0 ? top : lastLeft[Int(top)], top < 0 ? top : lastRight[Int(top)])
    }

    var allowed: Moves {
        let (first, second) = (buffer(0), buffer(1))
        var moves: Moves = []
        if second >= 0, second == first + 1, !startsSentence[Int(second)] { moves.insert(Moves(.break)) }
        guard !stack.isEmpty else {
            moves.insert(Moves(.shift))
            return moves
        }
        moves.insert(Moves(.reduce))
        guard first >= 0, !startsSentence[Int(first)] else { return moves }
        moves.formUnion([Moves(.left), Moves(.right)])
        if second >= 0, !isUnshiftable[Int(first)] { moves.insert(Moves(.shift)) }
        return moves
    }

    /// Takes an action that is allowed.
    mutating func apply(_ action: ParserActions.Action) {
        switch action.move {
        case .shift: push()
        case .reduce:
            guard let top = stack.popLast() else { return }
            if heads[Int(top)] < 0, !stack.isEmpty {
                isUnshiftable[Int(top)] = true
                returned.append(top)
            }
        case .left:
            let head = buffer(0)
            guard let child = stack.popLast() else { return }
            attach(child, to: head, action.label)
            isUnshiftable[Int(head)] = false
        case .right:
            attach(buffer(0), to: stack(0), action.label)
            push()
        case .break: startsSentence[Int(buffer(1))] = true
        }
    }

    /// Leaves the rest without heads, for a model that lacks the one action that is allowed.
    mutating func end() {
        stack.removeAll()
        returned.removeAll()
        next = count
    }

    private mutating func push() {
        if let token = returned.popLast() {
            stack.append(token)
        } else if next < count {
            stack.append(next)
            next += 1
        }
    }

    private mutating func attach(_ child: Int32, to head: Int32, _ label: Int) {
        let (place, old) = (Int(child), heads[Int(child)])
        // A head that is replaced stands to the left, and this was its latest child.
        if old >= 0, lastRight[Int(old)] == child { lastRight[Int(old)] = previousRight[place] }
        heads[place] = head
        labels[place] = label
        if head > child {
            lastLeft[Int(head)] = child
        } else {
            previousRight[place] = lastRight[Int(head)]
            lastRight[Int(head)] = child
        }
    }
}
