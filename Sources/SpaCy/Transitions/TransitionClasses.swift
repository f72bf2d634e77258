import FoundationEssentials

/// What a transition system can do, in the order of the model's classes.
struct TransitionClasses {
    struct Class: Hashable {
        /// The number by which spaCy names the action.
        var action: Int
        var label: String
    }

    private(set) var all: [Class] = []
    private var known: Set<Class> = []

    /// Reads the file `moves`: by action, how often each label was seen.
    init(_ file: MappedFile) throws(ModelError) {
        var reader = MessagePackReader(file)
        guard let json = try reader.document()["moves"]?.string,
            let counts = try? JSONDecoder().decode([String: [String: Int]].self, from: Data(json.utf8))
        else { throw file.damaged("it has no moves") }
        guard counts.values.reduce(0, { $0 + $1.count }) <= 4096 else { throw file.damaged("it has too many actions") }
        // The order of classes: by action; then by frequency and label, from high to low. Labels that were added after
        // training have frequencies below zero and come last.
        var added: [(key: String, value: Int)] = []
        var actions: [String: [Int]] = [:]
        for (name, frequencies) in counts.sorted(by: { $0.key < $1.key }) {
            guard let action = Int(name) else { throw file.damaged("the action \(name) is no number") }
            for (label, frequency) in frequencies.sorted(by: Self.precedes) {
                if frequency < 0 {
                    added.append((label, frequency))
                    actions[label, default: []].append(action)
                } else {
                    add(action, label)
                }
            }
        }
        for (label, _) in added.sorted(by: Self.precedes) {
            for action in actions[label] ?? [] { add(action, label) }
        }
    }

    private static func precedes(_ one: (key: String, value: Int), _ other: (key: String, value: Int)) -> Bool {
        one.value != other.value
            ? one.value > other.value
            : other.key.unicodeScalars.lexicographicallyPrecedes(one.key.unicodeScalars)
    }

    private mutating func add(_ action: Int, _ label: String) {
        if known.insert(Class(action: action, label: label)).inserted {
            all.append(Class(action: action, label: label))
        }
    }
}
