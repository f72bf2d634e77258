public import Records

/// An article as read from a page, before it has an identity.
public struct NormalizedPage: Sendable {
    public var title: String?
    public var authors: [String] = []
    public var description: String?
    public var section: String?
    public var language: String?
    public var canonicalURL: String?
    public var outlet: Outlet?
    public var kind = PageKind.article
    public var published: PublishedTime?
    public var modifiedAt: String?
    public var text = ""
    public var blocks: [Block] = []
    public var captions: [String] = []
    public var correction: String?
    /// For each field that was found, the witness that was believed, in the order of the record's keys.
    public var witnesses: [(field: String, witness: String)] = []

    mutating func note(_ field: String, _ witness: Witness?) {
        if let witness { witnesses.append((field, witness.rawValue)) }
    }
}

/// When an article was published, as far as the page tells.
public struct PublishedTime: Sendable, Equatable {
    /// RFC 3339 in UTC; nil where the page gives no time or no zone.
    public var at: String?
    /// The day as printed, in the page's own zone.
    public var on: String?
    public var raw: String
    public var zone: String?
    public var precision: Precision
    public var from: Witness
}
