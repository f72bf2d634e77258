/// Where a piece of metadata was found.
public enum Witness: String, Sendable {
    case jsonLD = "json-ld"
    case openGraph = "opengraph"
    case meta
    case microdata
    case heading
    case titleTag = "title"
    case byline
    case time
    case text
    case url
    case given
    /// The table of known outlets, by the domain.
    case table
}

/// A piece of metadata with the witness that was believed.
struct Testified<Value: Sendable>: Sendable {
    var value: Value
    var witness: Witness
}

extension Testified where Value == String {
    /// The first of several witnesses that says anything.
    static func first(_ candidates: (value: String?, witness: Witness)...) -> Testified? {
        for candidate in candidates {
            if let value = candidate.value?.withoutReferences.collapsed, !value.isEmpty {
                return Testified(value: value, witness: candidate.witness)
            }
        }
        return nil
    }
}
