/// What a site calls itself, as far as its pages and its address tell: what titles carry beside the headline.
struct SiteName: Sendable {
    static let separators = [" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • "]

    private var names: [FoldedText]
    /// The letters and digits of the registered label of its domain, `harbourcourier` of www.harbourcourier.example.
    private let label: [UInt8]

    /// - Parameter domain: the registrable domain.
    init(_ name: String?, domain: String?) {
        names = [name].compactMap { $0.map(FoldedText.init) }.filter { !$0.isEmpty }
        label = (domain ?? "").utf8.prefix { $0 != UInt8(ascii: ".") }.filter { $0 != UInt8(ascii: "-") }
    }

    /// Adds a name that the page gives in its masthead.
    mutating func add(_ name: String) {
        let folded = FoldedText(name)
        if !folded.isEmpty { names.append(folded) }
    }

    /// Whether a text is the site's name and nothing else.
    func isName(_ text: String) -> Bool {
        let folded = FoldedText(text)
        return names.contains(folded) || isLabel(folded)
    }

    /// `The Harbour Courier` and `Harbour Courier News` go by the label `harbourcourier`.
    private func isLabel(_ folded: FoldedText) -> Bool {
        let letters = folded.bytes.filter { $0 != 0x20 }
        guard label.count >= 3, letters.count >= label.count, letters.count <= label.count + 6 else { return false }
        return letters.starts(with: label) || letters.suffix(label.count).elementsEqual(label)
    }

    /// The text without the site's name before the first or behind the last separator; where no part is known as the
    /// name, without a short last part, which may be one.
    func cut(from text: String) -> (rest: String, isName: Bool)? {
        var guess: String?
        for separator in Self.separators {
            let parts = text.parts(separatedBy: separator)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            let head = parts.dropLast().joined(separator: separator)
            let name = FoldedText(last)
            if isKnown(name) { return (head, true) }
            if isKnown(FoldedText(first)) { return (parts.dropFirst().joined(separator: separator), true) }
            let mayBeName = name.bytes.count <= 40 && last.utf8.last != UInt8(ascii: "?")
            if mayBeName, head.utf8.count > name.bytes.count || parts.count > 2 { guess = guess ?? head }
        }
        if let masthead = text.parts(separatedBy: ": ").first, masthead.utf8.count < text.utf8.count, isName(masthead) {
            return (String(text.utf8.dropFirst(masthead.utf8.count + 2)) ?? text, true)
        }
        return guess.map { ($0, false) }
    }

    private func isKnown(_ part: FoldedText) -> Bool {
        guard !part.isEmpty else { return false }
        return isLabel(part) || names.contains { part.hasPrefix($0) || $0.hasPrefix(part) }
    }

    /// The name as a page's title gives it beside the headline; nil where no part of it goes by the site's domain.
    func printed(in title: String) -> String? {
        for separator in Self.separators {
            let parts = title.parts(separatedBy: separator)
            guard parts.count > 1 else { continue }
            for part in [parts[parts.count - 1], parts[0]] where isLabel(FoldedText(part)) { return part }
        }
        return nil
    }
}
