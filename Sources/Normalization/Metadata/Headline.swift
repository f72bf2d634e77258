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
    /// What `og:title` says.
    private var social: Candidate?
    private let site: SiteName
    private let isNews: Bool

    /// - Parameters:
    ///   - printed: Lines in bold type over the text, which are headlines where no element says so.
    ///   - isPrinted: Whether a text stands on the page in a block of its own.
    init(
        _ witnesses: PageWitnesses, _ structured: StructuredData, site: SiteName, printed: [String],
        isPrinted: (String) -> Bool
    ) {
        var site = site
        for heading in witnesses.headings where heading.isMasthead { site.add(heading.text) }
        self.site = site
        isNews = structured.types.contains { $0 == "NewsArticle" || $0 == "LiveBlogPosting" }
        // A page's only h1 is what its readers see as the headline; of several, the others decide. Where the page
        // calls itself news, its other headlines are written by the same desk and weigh more.
        let only = isNews ? 0.9 : 2.0
        let headings = witnesses.headings.filter { !$0.isMasthead && !$0.text.isEmpty && !site.isName($0.text) }
            .prefix(8)
        for (index, heading) in headings.enumerated() {
            add(heading.text, .heading, prior: headings.count == 1 ? only : index > 0 || isNews ? 0.9 : 1.2)
        }
        add(structured.headline, .jsonLD, prior: 0.75)
        add(witnesses.first("headline"), .microdata, prior: 0.6)
        let socialPlace = candidates.count
        add(witnesses.first("og:title"), .openGraph, prior: 0.7, mayHoldName: true)
        social = candidates.dropFirst(socialPlace).first
        add(witnesses.first("twitter:title"), .openGraph, prior: 0.5, mayHoldName: true)
        add(witnesses.first("dc.title", "dcterms.title", "title"), .meta, prior: 0.4, mayHoldName: true)
        add(witnesses.titleTag, .titleTag, prior: 0.3, mayHoldName: true)
        if headings.isEmpty, let part = witnesses.titleTag.flatMap({ Self.part(of: $0, isPrinted) }) {
            add(part, .titleTag, prior: 0.9)
        }
        if headings.isEmpty, let line = printed.first(where: { Self.isWording($0, of: witnesses.titleTag) }) {
            add(line, .heading, prior: 1.2)
        }
    }

    /// - Parameter mayHoldName: whether what stands behind the last separator may be the outlet's name unknown to us.
    private mutating func add(_ text: String?, _ witness: Witness, prior: Double, mayHoldName: Bool = false) {
        guard let text = text?.withoutReferences.collapsed, !text.isEmpty, text.utf8.count < 400 else { return }
        let folded = FoldedText(text)
        guard !folded.isEmpty, !site.isName(text) else { return }
        candidates.append(Candidate(text: text, folded: folded, witness: witness, prior: prior))
        guard let (cut, isName) = site.cut(from: text), isName || mayHoldName, !site.isName(cut) else { return }
        let short = FoldedText(cut)
        guard !short.isEmpty else { return }
        // Without an outlet's name to compare, what is cut off may well be the headline's own second half.
        candidates.append(
            Candidate(text: cut, folded: short, witness: witness, prior: prior + (isName ? 0.15 : 0.05)))
    }

    /// Whether a line and a part of the title tag begin alike, one being the longer wording of the other.
    private static func isWording(_ line: String, of title: String?) -> Bool {
        let line = FoldedText(line)
        guard let title, line.bytes.count >= 12 else { return false }
        let parts = [title] + SiteName.separators.flatMap { title.parts(separatedBy: $0) }
        return parts.map(FoldedText.init).contains {
            $0.bytes.count >= 12 && (line.hasPrefix($0) || $0.hasPrefix(line))
        }
    }

    /// The longest part of a title between separators that is printed on the page, as `Outlet - Headline - Print`.
    private static func part(of title: String, _ isPrinted: (String) -> Bool) -> String? {
        for separator in SiteName.separators {
            let parts = title.parts(separatedBy: separator).prefix(6)
            guard parts.count > 1 else { continue }
            let ranges = parts.indices.flatMap { start in (start..<parts.count).map { start...$0 } }
            let found = ranges.map { parts[$0].joined(separator: separator) }.filter(isPrinted)
            if let longest = found.max(by: { $0.utf8.count < $1.utf8.count }) { return longest }
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
        guard let best = best?.candidate else { return nil }
        let chosen = other(than: best) ?? tighter(than: best) ?? best
        return Testified(value: chosen.text, witness: chosen.witness)
    }

    /// What `og:title` and the title tag agree on, where a heading shares hardly a word with them: then it is a section's
    /// or a box's.
    private func other(than best: Candidate) -> Candidate? {
        // Words are told apart by spaces, which Chinese and Japanese do not write.
        guard best.witness == .heading, best.text.utf8.allSatisfy({ $0 < 0xe3 }),
            !candidates.contains(where: { $0.witness != .heading && $0.folded == best.folded })
        else { return nil }
        let agreed = candidates.filter { candidate in
            candidate.witness == .openGraph && candidate.folded.bytes.count(where: { $0 == 0x20 }) >= 2
                && candidates.contains { $0.witness == .titleTag && $0.folded == candidate.folded }
        }
        guard let other = agreed.max(by: { $0.prior < $1.prior }), other.folded.words(in: best.folded) < 0.25 else {
            return nil
        }
        return other
    }

    /// The headline itself, where the page prints it behind a kicker or, on a news site, in a longer wording than the
    /// desk gives it in `og:title`.
    private func tighter(than best: Candidate) -> Candidate? {
        guard best.witness == .heading, let social else { return nil }
        if let tail = sharedTail(best, social) { return tail }
        guard social.folded.bytes.count < best.folded.bytes.count else { return nil }
        if best.folded.hasSuffix(social.folded), best.text.isParted(before: social.text) { return social }
        func says(_ witness: Witness, _ wording: Candidate) -> Bool {
            candidates.contains { $0.witness == witness && $0.folded == wording.folded }
        }
        // The title tag tells whose words `og:title` has: its own are those for search engines, not the desk's.
        let isRepeated = says(.openGraph, best) || says(.jsonLD, best) && says(.titleTag, social)
        let isWording = !isRepeated && social.folded.bytes.count > 20 && social.folded.words(in: best.folded) > 0.5
        return isNews && isWording ? social : nil
    }

    /// The headline that heading and `og:title` share behind kickers that differ.
    private func sharedTail(_ heading: Candidate, _ social: Candidate) -> Candidate? {
        guard heading.folded != social.folded else { return nil }
        for mark in String.kickerMarks {
            let parts = heading.text.parts(separatedBy: mark)
            guard parts.count == 2, let tail = parts.last else { continue }
            let folded = FoldedText(tail)
            let kicker = parts[0].utf8.count
            guard folded.bytes.count > max(20, 2 * kicker), social.folded.hasSuffix(folded),
                social.text.isParted(before: tail)
            else {
                continue
            }
            return Candidate(text: tail, folded: folded, witness: .heading, prior: heading.prior)
        }
        return nil
    }

    /// The texts that are not read off the page's headings.
    var statedTexts: [String] { candidates.filter { $0.witness != .heading }.map(\.text) }

    /// All candidates' texts, by which the body can tell its own headline.
    var texts: [String] { candidates.map(\.text) }
}

extension FoldedText {
    /// The share of its words that another text holds too.
    fileprivate func words(in other: FoldedText) -> Double {
        let own = bytes.split(separator: 0x20)
        let others = Set(other.bytes.split(separator: 0x20))
        return Double(own.count { others.contains($0) }) / Double(max(1, own.count))
    }
}

extension String {
    /// Marks that part a kicker from its headline.
    fileprivate static let kickerMarks = [": ", " - ", " – ", " — ", " | ", " / "]

    /// Whether such a mark stands before the end of this text that is as long as another.
    fileprivate func isParted(before other: String) -> Bool {
        let head = String(decoding: utf8.dropLast(other.utf8.count), as: UTF8.self)
        return Self.kickerMarks.contains { head.hasSuffix($0) || (head + " ").hasSuffix($0) }
    }

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
