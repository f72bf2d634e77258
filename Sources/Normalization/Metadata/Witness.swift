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
}

/// A piece of metadata with the witness that was believed.
struct Testified<Value: Sendable>: Sendable {
    var value: Value
    var witness: Witness
}
