internal import Markup

/// Chooses the headline among those that a page's witnesses give: the one that most of them agree on.
struct Headline {
    private struct Candidate {
        var text: String
        var folded: FoldedText
        var witness: Witness
        var prior: Double
    }

    private var candidates: [Candidate] = []
    private let outlet: FoldedText

    init(_ witnesses: PageWitnesses, _ structured: StructuredData, outlet: String?, host: String?) {
        self.outlet = FoldedText(outlet ?? "")
        // A page's only h1 is what its readers see as the headline; of several, the others decide. Where the page
        // calls itself news, its other headlines are written by the same desk and weigh more.
        let only = structured.types.contains("NewsArticle") ? 0.9 : 2.0
        let headings = witnesses.headings.prefix(8).filter { !$0.text.isEmpty && FoldedText($0.text) != self.outlet }
        for (index, heading) in headings.enumerated() {
            add(heading.text, .heading, prior: headings.count == 1 ? only : index == 0 ? 1.2 : 0.9)
        }
        add(structured.headline, .jsonLD, prior: 0.75)
        add(witnesses.first("headline"), .microdata, prior: 0.6)
        add(witnesses.first("og:title"), .openGraph, prior: 0.7, suffixed: true)
        add(witnesses.first("twitter:title"), .openGraph, prior: 0.5, suffixed: true)
        add(witnesses.first("dc.title", "dcterms.title", "title"), .meta, prior: 0.4, suffixed: true)
        add(witnesses.titleTag, .titleTag, prior: 0.3, suffixed: true)
    }

    private mutating func add(_ text: String?, _ witness: Witness, prior: Double, suffixed: Bool = false) {
        guard let text = text?.withoutReferences.collapsed, !text.isEmpty, text.utf8.count < 400 else { return }
        let folded = FoldedText(text)
        guard !folded.isEmpty, folded != outlet else { return }
        candidates.append(Candidate(text: text, folded: folded, witness: witness, prior: prior))
        guard suffixed, let (cut, isOutlet) = withoutOutlet(text) else { return }
        let short = FoldedText(cut)
        guard !short.isEmpty, short != outlet else { return }
        // Without an outlet's name to compare, what is cut off may well be the headline's own second half.
        candidates.append(
            Candidate(text: cut, folded: short, witness: witness, prior: prior + (isOutlet ? 0.15 : 0.05)))
    }

    /// The text before the last separator, as in `Headline | Outlet`, and whether the outlet's name was cut off.
    private func withoutOutlet(_ text: String) -> (String, isOutlet: Bool)? {
        for separator in [" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • "] {
            let parts = text.parts(separatedBy: separator)
            guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
            let name = FoldedText(last)
            let isOutlet = !outlet.isEmpty && (name.hasPrefix(outlet) || outlet.hasPrefix(name))
            let mayBeName = name.bytes.count <= 40 && last.utf8.last != UInt8(ascii: "?")
            if isOutlet || mayBeName {
                let head = parts.dropLast().joined(separator: separator)
                if head.utf8.count > name.bytes.count || parts.count > 2 { return (head, isOutlet) }
            }
            if !outlet.isEmpty, FoldedText(first) == outlet {
                return (parts.dropFirst().joined(separator: separator), true)
            }
        }
        return nil
    }

    /// The winner. Each candidate is worth its prior and what the others say for it.
    func choose() -> Testified<String>? {
        var best: (candidate: Candidate, score: Double)?
        for (index, candidate) in candidates.enumerated() {
            var score = candidate.prior
            if candidate.folded.bytes.count < 12 || candidate.folded.bytes.count > 200 { score -= 1 }
            for (other, witness) in candidates.enumerated() where other != index && witness.witness != candidate.witness
            {
                if witness.folded == candidate.folded {
                    score += 0.5 * witness.prior
                } else if witness.folded.hasPrefix(candidate.folded) || witness.folded.hasSuffix(candidate.folded) {
                    score += 0.25 * witness.prior
                }
            }
            if score > best?.score ?? 0 { best = (candidate, score) }
        }
        return best.map { Testified(value: $0.candidate.text, witness: $0.candidate.witness) }
    }

    /// All candidates' texts, by which the body can tell its own headline.
    var texts: [String] { candidates.map(\.text) }
}

extension String {
    /// The parts between occurrences of a separator.
    func parts(separatedBy separator: String) -> [String] {
        let bytes = Array(utf8)
        let mark = Array(separator.utf8)
        guard bytes.count >= mark.count else { return [self] }
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }
}
