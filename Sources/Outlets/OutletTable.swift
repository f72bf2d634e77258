public import Language

/// Outlets by domain and by name.
public struct OutletTable: Sendable {
    public let outlets: [KnownOutlet]
    private let domains: [String: Int]
    /// By the hash of the first word; longer names first.
    private let names: [WordHash: [Name]]

    private struct Name: Sendable {
        var words: [WordHash]
        var outlet: Int
    }

    /// The built-in table.
    public static let standard = OutletTable()

    /// The built-in table with further outlets, which win where names or domains are shared.
    public init(adding added: [KnownOutlet] = []) {
        let known = "\(Self.known)".split(separator: "\n").compactMap { KnownOutlet(line: $0) }
        outlets = added + known
        var domains: [String: Int] = [:]
        var names: [WordHash: [Name]] = [:]
        for (index, outlet) in outlets.enumerated() {
            for domain in outlet.domains where domains[domain] == nil { domains[domain] = index }
            for name in [outlet.name] + outlet.aliases {
                let words = Tokenizer.tokens(Array(name.utf8)).map(\.hash)
                guard let first = words.first else { continue }
                names[first, default: []].append(Name(words: words, outlet: index))
            }
        }
        // A stable order: longer first, then as listed.
        for (first, list) in names {
            names[first] = list.enumerated().sorted {
                ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
            }.map(\.element)
        }
        self.domains = domains
        self.names = names
    }

    /// The outlet of a host name: its own entry, else that of the nearest domain above it.
    public func outlet(domain host: String) -> KnownOutlet? {
        var rest = Substring(host.lowercased())
        while true {
            if let index = domains[String(rest)] { return outlets[index] }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
    }

    /// The outlet of a whole name; case, diacritics and a leading article make no difference.
    public func outlet(name: String) -> KnownOutlet? {
        let tokens = Tokenizer.tokens(Array(name.utf8))
        if let match = match(tokens, at: 0), match.count == tokens.count { return match.outlet }
        guard tokens.first?.hash == Self.article, let match = match(tokens, at: 1) else { return nil }
        return match.count == tokens.count - 1 ? match.outlet : nil
    }

    private static let article = WordHash("the")

    /// The longest name that begins at a token, with its length in tokens. Case is the caller's matter.
    public func match(_ tokens: [Token], at index: Int) -> (outlet: KnownOutlet, count: Int)? {
        guard index < tokens.count, let candidates = names[tokens[index].hash] else { return nil }
        for name in candidates where index + name.words.count <= tokens.count {
            if name.words.indices.allSatisfy({ name.words[$0] == tokens[index + $0].hash }) {
                return (outlets[name.outlet], name.words.count)
            }
        }
        return nil
    }
}
