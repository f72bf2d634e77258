internal import Web

/// Chooses the authors among the witnesses: structured data first, then meta tags, then the byline nearest to the
/// headline. Where structured data names only the outlet, any person that another witness names is preferred.
struct Authors {
    private let witnesses: PageWitnesses
    private let outlet: FoldedText
    private let site: SiteName
    private let heading: Int?
    private let outline: PageOutline

    init(_ witnesses: PageWitnesses, outlet: String?, site: SiteName, heading: Int?, outline: PageOutline) {
        self.witnesses = witnesses
        self.outlet = FoldedText(outlet ?? "")
        self.site = site
        self.heading = heading
        self.outline = outline
    }

    /// - Parameter lines: short texts around the headline, nearest first.
    func choose(_ structured: StructuredData, lines: [String]) -> Testified<[String]>? {
        guard var found = find(structured, lines: lines) else { return nil }
        // An agency or an office beside a person has lent material, unless the page's own data lists it.
        guard found.witness != .jsonLD else { return found }
        let people = found.value.filter { $0.utf8.contains(0x20) && isPerson($0) }
        if !people.isEmpty { found.value.removeAll { PersonNames.namesOffice($0) || site.isName($0) } }
        return found
    }

    private func find(_ structured: StructuredData, lines: [String]) -> Testified<[String]>? {
        var weak: Testified<[String]>?
        var candidates: [Testified<[String]>?] = [
            listed(structured.authors).map { Testified(value: $0, witness: .jsonLD) }
        ]
        candidates += Self.tags.map { tag in
            witnesses.meta[tag].flatMap { listed($0) }.map { Testified(value: $0, witness: .meta) }
        }
        if let label = witnesses.first("twitter:label1"),
            Self.labels.contains(WordHash.of(label.utf8.prefix { $0 > 0x20 }))
        {
            candidates.append(
                witnesses.meta["twitter:data1"].flatMap { listed($0) }.map { Testified(value: $0, witness: .meta) })
        }
        for candidate in candidates {
            guard let candidate else { continue }
            let mayBeOneWord = weak == nil
            if candidate.value.contains(where: { isPerson($0) && (mayBeOneWord || $0.utf8.contains(0x20)) }) {
                return completed(candidate)
            }
            weak = weak ?? candidate
        }
        let found = byline() ?? printed(lines) ?? signed()
        // An office that metadata names gives way to a person only.
        guard let weak, !(found?.value.contains { $0.utf8.contains(0x20) && isPerson($0) } ?? false) else {
            return found
        }
        return weak
    }

    /// Metadata often names the first of several authors alone; the byline names them all.
    private func completed(_ stated: Testified<[String]>) -> Testified<[String]> {
        guard stated.value.count == 1, let all = byline(), all.value.count > 1,
            stated.value.allSatisfy({ all.value.contains($0) }),
            all.value.allSatisfy({ PersonNames.isName($0) && isPerson($0) && !isWording($0) })
        else { return stated }
        return all
    }

    private static let tags = [
        "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
        "og:article:author", "cxenseparse:author", "articleauthor",
    ]
    private static let labels = WordSet(words: "written by author von autor par verfasst escrito écrit skrevet")

    /// Names that a list gives; each entry may still hold several.
    private func listed(_ values: [String]) -> [String]? {
        var names: [String] = []
        for value in values where !value.hasPrefix("http") && !value.hasPrefix("@") && !value.hasPrefix("(") {
            let found = PersonNames.inField(value)
            let isNumber = value.utf8.allSatisfy { $0 &- 0x30 < 10 }
            let whole = (3...40).contains(value.utf8.count) && !isNumber ? [value.collapsed] : []
            for name in found.isEmpty ? whole : found where !names.contains(name) && !Self.isNobody(name) {
                names.append(name)
            }
        }
        return names.isEmpty ? nil : names
    }

    /// Whether a name may be a person's: not the outlet's own, not an account's, an address or a number.
    private func isPerson(_ name: String) -> Bool {
        let folded = FoldedText(name)
        if !outlet.isEmpty, folded.hasPrefix(outlet) || outlet.hasPrefix(folded) { return false }
        if site.isName(name) || PersonNames.namesOffice(name) { return false }
        guard let first = name.utf8.first, first &- 0x30 >= 10, !name.utf8.contains(UInt8(ascii: "@")) else {
            return false
        }
        return name.utf8.contains(0x20) || first < 0x61 || first >= 0x80
    }

    private static let nobody = Set(
        [
            "admin", "administrator", "author", "authors", "unknown", "null", "undefined", "none", "editor", "root",
            "webmaster", "user", "anonymous", "super user", "the author", "written by", "contributors", "autoren",
            "facebook", "twitter", "bluesky", "instagram", "linkedin", "meet the team", "sign up now", "our team",
            "member login", "name", "author information", "resource center", "my profile", "our team", "editorial team",
            "read more", "follow", "about the author", "all posts", "author s profile", "author’s profile",
            "view all posts", "share", "about us", "no comments",
        ].map { FoldedText($0) })

    private static func isNobody(_ name: String) -> Bool {
        nobody.contains(FoldedText(name))
    }

    private func byline() -> Testified<[String]>? {
        var best: (names: [String], score: Double, byline: Int)?
        for (index, byline) in witnesses.bylines.enumerated() {
            let names = byline.strength >= 5 ? PersonNames.inField(byline.text) : PersonNames.of(byline.text)
            guard !names.isEmpty, names.count <= 6, !names.contains(where: Self.isNobody) else { continue }
            var score = Double(byline.strength)
            if byline.text.utf8.count > 80 { score -= 1.5 }
            if byline.isApart { score -= 2.5 }
            if names.allSatisfy({ $0.utf8.contains(0x20) }) { score += 1 } else if byline.strength < 4 { score -= 1 }
            if let heading {
                let distance = abs(byline.node - heading)
                score += distance < 40 ? 1.5 : distance < 120 ? 0.7 : 0
            }
            if score > best?.score ?? 2.5 { best = (names, score, index) }
        }
        guard let best else { return nil }
        // Several authors often stand in elements of their own side by side.
        let first = witnesses.bylines[best.byline]
        var names = best.names
        var last = first.node
        for byline in witnesses.bylines[(best.byline + 1)...]
        where byline.strength == first.strength && byline.strength >= 3 {
            guard byline.node - last < 6 else { break }
            last = byline.node
            for name in PersonNames.of(byline.text)
            where !names.contains(name) && name.utf8.contains(0x20) && !Self.isNobody(name) {
                names.append(name)
            }
        }
        return Testified(value: names, witness: first.strength >= 5 ? .microdata : .byline)
    }

    /// A line below the headline that begins with `By`, or that is a name beside a date.
    private func printed(_ lines: [String]) -> Testified<[String]>? {
        let loneName = heading.flatMap { outline.loneName(below: $0) }
        for (index, line) in lines.enumerated() where line.utf8.count < 100 {
            guard line.utf8.contains(0x20) else { continue }
            let isByline = PersonNames.isByline(line)
            guard isByline || line.utf8.count < 70 && PersonNames.mayBeginWithName(line) else { continue }
            let names = PersonNames.of(line).filter { !Self.isNobody($0) }
            guard !names.isEmpty, names.count <= 6 else { continue }
            if isByline { return Testified(value: names, witness: .text) }
            if index > 0, PersonNames.isLabel(lines[index - 1]), PersonNames.isName(line) {
                return Testified(value: names, witness: .text)
            }
            if line == loneName, PersonNames.isName(line) {
                return Testified(value: names, witness: .text)
            }
            // A name alone, or before a role, where a date stands beside it.
            let head = line.parts(separatedBy: " | ")[0]
            let isLine = head == line
            let beside = isLine ? lines[max(0, index - 1)..<min(lines.count, index + 2)] : [line]
            if PersonNames.isName(head), head.utf8.contains(where: { $0 &- 0x61 < 26 || $0 >= 0x80 }),
                !site.isName(head), !isWording(head),
                beside.contains(where: { $0.utf8.count < 60 && PrintedDate.find(in: $0) != nil })
            {
                return Testified(value: isLine ? names : [head], witness: .text)
            }
        }
        return nil
    }

    /// A line anywhere on the page that says who wrote it: `Written by Maren Holt`, or the name below such words.
    private func signed() -> Testified<[String]>? {
        for (index, segment) in outline.segments.enumerated() where segment.count < 60 && segment.linkDensity < 1 {
            let isSigned = outline.withBytes(of: index) { bytes in
                Self.signatures.contains(WordHash.of(bytes.prefix { ($0 | 0x20) &- 0x61 < 26 }))
            }
            guard isSigned else { continue }
            let line = outline.string(of: index)
            let place = PersonNames.isLabel(line) ? index + 1 : index
            guard place < outline.segments.count, outline.segments[place].count < 60 else { continue }
            let names = PersonNames.of(outline.string(of: place)).filter { !Self.isNobody($0) }
            guard place == index ? PersonNames.isByline(line) : PersonNames.isName(outline.string(of: place)),
                !names.isEmpty, names.allSatisfy({ PersonNames.isName($0) && !isWording($0) })
            else { continue }
            return Testified(value: names, witness: .text)
        }
        return nil
    }

    private static let signatures = WordSet(
        words: "written by author authors autor autorin article words text contributors von par")

    /// Whether all words of a would-be name stand in the page's text in lower case: then they are words, not a name.
    private func isWording(_ name: String) -> Bool {
        name.lowercased().split(separator: " ").allSatisfy { outline.holds(word: Array($0.utf8)) }
    }
}
