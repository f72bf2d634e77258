/// What the JSON of a type looks like, for schemas.
public indirect enum JSONShape: Equatable, Sendable {
    case string
    case integer
    case number
    case boolean
    /// One of these strings.
    case word([String])
    case list(JSONShape, length: Int? = nil)
    /// All keys stand in each object, in this order.
    case object([Field])
    /// An object whose keys are data.
    case map(JSONShape)
    case optional(JSONShape)
    /// An object of another's making.
    case foreign

    public struct Field: Equatable, Sendable {
        public var key: String
        public var shape: JSONShape

        public init(key: String, shape: JSONShape) {
            self.key = key
            self.shape = shape
        }
    }
}
