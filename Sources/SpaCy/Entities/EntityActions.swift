import FoundationEssentials

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

    /// Reads the file `moves`: by action, how often each label was seen.
    init(_ file: MappedFile) throws(ModelError) {
        var reader = MessagePackReader(file)
        guard let json = try reader.document()["moves"]?.string,
            let counts = try? JSONDecoder().decode([String: [String: Int]].self, from: Data(json.utf8))
        else { throw file.damaged("it has no moves") }
        guard counts.values.reduce(0, { $0 + $1.count }) <= 4096 else { throw file.damaged("it has too many actions") }
        // The order of classes: by action; then by frequency and label, from high to low. Labels that were added after
        // training have frequencies below zero and come last.
        var added: [(frequency: Int, label: String)] = []
        var moves: [String: [Move]] = [:]
        for (action, frequencies) in counts.sorted(by: { $0.key < $1.key }) {
            guard let number = Int(action), let move = Move(rawValue: number) else {
                throw .unsupported("the action \(action) of a recogniser of entities")
            }
            for (label, frequency) in frequencies.sorted(by: Self.precedes) {
                if frequency < 0 {
                    added.append((frequency, label))
                    moves[label, default: []].append(move)
                } else {
                    add(move, label)
                }
            }
        }
        for (_, label) in added.sorted(by: { Self.precedes(($0.label, $0.frequency), ($1.label, $1.frequency)) }) {
            for move in moves[label] ?? [] { add(move, label) }
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

    private static func precedes(_ one: (key: String, value: Int), _ other: (key: String, value: Int)) -> Bool {
        one.value != other.value
            ? one.value > other.value
            : other.key.unicodeScalars.lexicographicallyPrecedes(one.key.unicodeScalars)
    }

    private mutating func add(_ move: Move, _ label: String) {
        if move == .missing || (move == .out && !label.isEmpty) { return }
        var number: Int?
        if !label.isEmpty {
            number = labels.firstIndex(of: label) ?? labels.count
            if number == labels.count { labels.append(label) }
        }
        if !all.contains(where: { $0.move == move && $0.label == number }) {
            all.append(Action(move: move, label: number))
        }
    }
}
