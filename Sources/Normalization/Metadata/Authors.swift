/// Chooses the authors among the witnesses: structured data first, then the byline nearest to the headline.
enum Authors {
    static func choose(_ witnesses: PageWitnesses, _ structured: StructuredData, heading: Int?) -> Testified<[String]>?
    {
        if let names = listed(structured.authors) { return Testified(value: names, witness: .jsonLD) }
        let tags = [
            "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
            "og:article:author", "twitter:data1",
        ]
        for tag in tags {
            guard let values = witnesses.meta[tag] else { continue }
            let people = values.filter { !$0.hasPrefix("http") && !$0.hasPrefix("@") }
            if tag == "twitter:data1", witnesses.first("twitter:label1")?.lowercased().contains("min") ?? true {
                continue
            }
            if let names = listed(people) { return Testified(value: names, witness: .meta) }
        }
        return byline(witnesses, heading: heading)
    }

    /// Names that a list gives; each entry may still hold several.
    private static func listed(_ values: [String]) -> [String]? {
        var names: [String] = []
        for value in values {
            let found = PersonNames.of(value)
            let all =
                found.isEmpty && (3...40).contains(value.utf8.count) && !value.hasPrefix("http")
                ? [value.collapsed] : found
            for name in all where !names.contains(name) && !isNobody(name) { names.append(name) }
        }
        return names.isEmpty ? nil : names
    }

    private static let nobody = Set(
        [
            "admin", "administrator", "author", "unknown", "null", "undefined", "none", "editor", "root", "webmaster",
            "user", "anonymous", "super user",
        ].map { FoldedText($0) })

    private static func isNobody(_ name: String) -> Bool {
        nobody.contains(FoldedText(name))
    }

    private static func byline(_ witnesses: PageWitnesses, heading: Int?) -> Testified<[String]>? {
        var best: (names: [String], score: Double, strength: Int)?
        for byline in witnesses.bylines {
            let names = PersonNames.of(byline.text)
            guard !names.isEmpty, names.count <= 6, !names.contains(where: isNobody) else { continue }
            var score = Double(byline.strength)
            if byline.text.utf8.count > 80 { score -= 1.5 }
            if names.allSatisfy({ $0.utf8.contains(0x20) }) { score += 1 }
            if let heading {
                let distance = abs(byline.node - heading)
                score += distance < 40 ? 1.5 : distance < 120 ? 0.7 : 0
            }
            if score > best?.score ?? 2.5 { best = (names, score, byline.strength) }
        }
        return best.map { Testified(value: $0.names, witness: $0.strength >= 5 ? .microdata : .byline) }
    }
}
