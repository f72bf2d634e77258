/// An outlet with the names and domains that it goes by.
public struct KnownOutlet: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case agency
        case broadcaster
        case newspaper
        case web
    }

    /// The first domain, else a folded form of the name.
    public var id: String
    public var name: String
    /// Null for outlets that a user adds.
    public var kind: Kind?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// Registrable domains, and host names where several outlets share one domain.
    public var domains: [String]
    public var aliases: [String]

    public init(
        id: String, name: String, kind: Kind? = nil, country: String? = nil, domains: [String] = [],
        aliases: [String] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.country = country
        self.domains = domains
        self.aliases = aliases
    }

    /// Reads a line of the built-in table.
    init?(line: Substring) {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false)
        guard fields.count == 5 else { return nil }
        name = String(fields[0])
        kind =
            switch fields[1] {
            case "a": .agency
            case "b": .broadcaster
            case "n": .newspaper
            default: .web
            }
        country = String(fields[2])
        domains = fields[3].split(separator: ",").map(String.init)
        aliases = fields[4].split(separator: ";").map(String.init)
        id = domains.first ?? name
    }
}
