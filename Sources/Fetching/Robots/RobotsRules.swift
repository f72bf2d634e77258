/// What a robots.txt allows one crawler (RFC 9309), read as Google's parser reads it where the RFC leaves a choice.
public struct RobotsRules: Sendable {
    /// What is parsed of a file, in bytes (RFC 9309, 2.5); a line that the limit cuts is left out.
    public static let maximumBytes = 500 << 10

    /// In the order of the file.
    public private(set) var rules: [RobotsRule] = []
    /// Seconds between two requests, where the crawler's group or that of `*` asks for it.
    public private(set) var crawlDelay: Double?
    /// As written, for all crawlers.
    public private(set) var sitemaps: [String] = []

    /// - Parameter agent: the crawler's product token, such as `ExampleBot`; a version behind a `/` is left out.
    public init(_ file: [UInt8], agent: String) {
        let token = agent.utf8.prefix { $0 != UInt8(ascii: "/") }.map(asciiLowercased)
        var own = Group()
        var general = Group()
        var place = Place()
        for line in RobotsLines(file) {
            switch line.key {
            case .agent:
                if place.hasRules { place = Place() }
                place.isGeneral = place.isGeneral || Self.isGeneral(line.value)
                place.isOwn = place.isOwn || Self.productToken(line.value).elementsEqual(token)
                own.isNamed = own.isNamed || place.isOwn
            case .allow, .disallow:
                place.hasRules = true
                guard place.isOwn || place.isGeneral else { continue }
                let rules = Self.rules(line.value, allows: line.key == .allow)
                if place.isOwn { own.rules += rules } else { general.rules += rules }
            case .crawlDelay:
                let delay = Self.seconds(line.value)
                if place.isOwn {
                    own.delay = own.delay ?? delay
                } else if place.isGeneral {
                    general.delay = general.delay ?? delay
                }
            case .sitemap:
                sitemaps.append(String(decoding: line.value, as: UTF8.self))
            }
        }
        let group = own.isNamed ? own : general
        rules = group.rules
        crawlDelay = group.delay
    }

    /// Whether the crawler may fetch a URL: the longest rule that matches decides, and of equals the one that allows.
    ///
    /// - Parameter url: in the form in which it is requested, with all beyond ASCII percent-encoded.
    public func allows(_ url: String) -> Bool {
        let path = RobotsPath(url: url)
        var decision = (length: 0, allows: true)
        for rule in rules where rule.length >= decision.length {
            if rule.length == decision.length, decision.allows || !rule.allows { continue }
            if rule.matches(path) { decision = (rule.length, rule.allows) }
        }
        return decision.allows
    }

    /// All groups that name the crawler count as one; that of `*` only if none does.
    private struct Group {
        var isNamed = false
        var rules: [RobotsRule] = []
        var delay: Double?
    }

    /// Whom the lines that come next are for.
    private struct Place {
        var isOwn = false
        var isGeneral = false
        var hasRules = false
    }

    /// Google reads `* x` as `*` too.
    private static func isGeneral(_ value: ArraySlice<UInt8>) -> Bool {
        value.first == UInt8(ascii: "*") && (value.count == 1 || isASCIISpace(value[value.startIndex + 1]))
    }

    /// The letters, `-` and `_` at the start, in lower case (RFC 9309, 2.2.1); what follows, such as a version, is ignored.
    private static func productToken(_ value: ArraySlice<UInt8>) -> [UInt8] {
        value.prefix { isASCIILetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.map(asciiLowercased)
    }

    /// Allowing a directory's index allows the directory, as Google has it.
    private static func rules(_ value: ArraySlice<UInt8>, allows: Bool) -> [RobotsRule] {
        let rule = RobotsRule(value, allows: allows)
        guard allows, let slash = value.lastIndex(of: UInt8(ascii: "/")),
            value[slash...].starts(with: "/index.htm".utf8)
        else { return [rule] }
        return [rule, RobotsRule(value[...slash] + [UInt8(ascii: "$")], allows: true)]
    }

    private static func seconds(_ value: ArraySlice<UInt8>) -> Double? {
        Double(String(decoding: value, as: UTF8.self)).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
}
