/// What a step of the recogniser can do, in the order of the model's classes (BILUO: begin, in, last, unit, out).
struct EntityActions {
    enum Move: Int {
        case missing, begin, `in`, last, unit, out
    }

    struct Action {
        var move: Move
        /// The place in `labels`; nil for out, and for the unit that blocks.
        var label: Int?
    }

    private(set) var all: [Action] = []
    private(set) var labels: [String] = []

    /// By label, which class continues and which ends an entity.
    private(set) var continuing: [Int] = []
    private(set) var ending: [Int] = []

    init(_ file: MappedFile) throws(ModelError) {
        for entry in try TransitionClasses(file).all {
            guard let move = Move(rawValue: entry.action) else {
                throw .unsupported("the action \(entry.action) of a recogniser of entities")
            }
            // Neither is a class of the model.
            if move == .missing || move == .out && !entry.label.isEmpty { continue }
            all.append(Action(move: move, label: number(entry.label)))
        }
        func classes(_ move: Move) throws(ModelError) -> [Int] {
            var classes: [Int] = []
            for label in labels.indices {
                guard let index = all.firstIndex(where: { $0.move == move && $0.label == label }) else {
                    throw file.damaged("the label \(labels[label]) has no whole set of actions")
                }
                classes.append(index)
            }
            return classes
        }
        continuing = try classes(.in)
        ending = try classes(.last)
        guard all.contains(where: { $0.move == .out }) else { throw file.damaged("it has no action for no entity") }
    }

    private mutating func number(_ label: String) -> Int? {
        if label.isEmpty { return nil }
        if let known = labels.firstIndex(of: label) { return known }
        labels.append(label)
        return labels.count - 1
    }
}
