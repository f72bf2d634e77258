/// What outlets are called, by the id that joins their rows.
struct OutletNames {
    private var names: [String: String] = [:]

    static let unknown = "unknown outlet"

    /// Of several names of one outlet the first counts that is not the id itself.
    mutating func add(id: String?, name: String?) {
        guard let key = id ?? name, let name else { return }
        guard let known = names[key] else { return names[key] = name }
        if known == key { names[key] = name }
    }

    subscript(_ id: String?) -> String {
        guard let id else { return Self.unknown }
        return names[id] ?? id
    }
}
