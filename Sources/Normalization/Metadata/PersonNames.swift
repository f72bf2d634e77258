/// Takes a byline apart into names.
enum PersonNames {
    /// The names in a byline, in order; empty where it names nobody.
    static func of(_ byline: String) -> [String] {
        var text = byline.withoutReferences.collapsed
        text = withoutLead(text)
        var names: [String] = []
        for (index, part) in split(text).enumerated() {
            guard let name = clean(part, isFirst: index == 0), !names.contains(name) else { continue }
            names.append(name)
        }
        return names
    }

    /// Drops `By`, `Von`, `Written by` and what stands before it.
    private static func withoutLead(_ text: String) -> String {
        let words = text.split(separator: " ")
        for (index, word) in words.prefix(6).enumerated() {
            let hash = WordHash.of(word.utf8.filter { $0 != UInt8(ascii: ":") })
            if leads.contains(hash), index + 1 < words.count {
                return words[(index + 1)...].joined(separator: " ")
            }
        }
        if let first = words.first, first.utf8.last == UInt8(ascii: ":"), words.count > 1 {
            return words.dropFirst().joined(separator: " ")
        }
        return text
    }

    /// Whether a whole line is nothing but one name of two to four words.
    static func isName(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard (2...4).contains(words.count), line.utf8.count <= 40, of(line) == [line] else { return false }
        return words.allSatisfy { word in
            guard let first = word.utf8.first, !word.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return false }
            return first &- 0x41 < 26 || first >= 0x80 || particles.contains(WordHash.of(word.utf8))
        }
    }

    private static let particles = hashes("de da di del della van der den von zu la le al el bin ibn")

    /// Whether a line's first words are `By`, `Written by` or their like in other languages.
    static func isByline(_ line: String) -> Bool {
        let words = line.split(separator: " ").prefix(2).map { WordHash.of($0.utf8.filter { $0 != UInt8(ascii: ":") }) }
        guard let first = words.first else { return false }
        return bylines.contains(first)
            || words.count == 2 && words[1] == WordHash.of("by".utf8) && leads.contains(first)
    }

    private static let bylines = hashes("by von par por author autor")
    private static let leads = hashes(
        "by von por durch author authors autor autora autores autore auteur writer words reporting de_par")
    private static let joints = hashes("and und et y e och og en ja i und & with mit")
    private static let stops = hashes(
        """
        in on at for is was says published updated posted last contributing min read staff senior editor chief reporter \
        correspondent writer journalist journalism editorial guest freelance special managing news political associate \
        redakteur redakteurin korrespondent reviewed edited fact medically expert ceo founder director manager head \
        team editors newsroom desk redaktion redaction redacción columnist contributor content marketing lead research \
        author written former co-founder president professor specialist coordinator analyst assistant deputy follow \
        january february march april june july august september october november december jan feb mar apr jun jul aug \
        sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
        """)

    static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.utf8.split(separator: UInt8(ascii: " ")).map { WordHash.of($0) })
    }

    /// Cuts at commas, semicolons and bars, and at words for "and" where whole names stand on both sides.
    private static func split(_ text: String) -> [String] {
        var parts: [[Substring]] = [[]]
        var joints: [Int: Substring] = [:]
        for word in text.split(separator: " ") {
            if word.utf8.count <= 3, marks.contains(String(word)) {
                parts.append([])
            } else if word.utf8.count <= 3, self.joints.contains(WordHash.of(word.utf8)) {
                joints[parts.count] = word
                parts.append([])
            } else if let last = word.utf8.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";") {
                parts[parts.count - 1].append(word.dropLast())
                parts.append([])
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        var names: [[Substring]] = []
        for (index, part) in parts.enumerated() where !part.isEmpty {
            if let joint = joints[index], let last = names.last, last.count < 2 || part.count < 2 || last.count > 3,
                names.count == 1
            {
                names[names.count - 1] += [joint] + part
            } else {
                names.append(part)
            }
        }
        return names.map { $0.joined(separator: " ") }
    }

    private static let marks: Set<String> = ["|", "/", "•", "·", "-", "–", "—"]

    /// A part as a name; nil where it is a role, a place, a date or a sentence. What follows a name, such as a role or
    /// a date, is cut off.
    private static func clean(_ part: String, isFirst: Bool) -> String? {
        var words = part.split(separator: " ")
        if let end = words.firstIndex(where: isStop) {
            // `Harbour Staff` and `The Courier Team` sign for a desk.
            let isDesk = end == words.count - 1 && end > 0 && end < 3 && desks.contains(WordHash.of(words[end].utf8))
            if !isDesk {
                guard end >= 2 else { return nil }
                words = Array(words[..<end])
            }
        }
        guard (1...6).contains(words.count), let head = words.first, part.utf8.count >= 3 else { return nil }
        let name = words.joined(separator: " ")
        guard name.utf8.count <= 60 else { return nil }
        if words.count == 1 {
            if agencies.contains(WordHash.of(head.utf8)) { return String(head) }
            if isCredential(head, isFirst: isFirst) { return nil }
        }
        let capitals = words.count { word in word.utf8.first.map { $0 &- 0x41 < 26 || $0 >= 0x80 } ?? false }
        guard capitals > 0, !name.utf8.contains(UInt8(ascii: "*")) else { return nil }
        let ends = name.utf8.reversed().prefix { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") && words.count < 3 }
            .count
        return String(name.dropLast(ends))
    }

    /// A word that no name goes on with.
    private static func isStop(_ word: Substring) -> Bool {
        guard let first = word.utf8.first else { return true }
        if first &- 0x30 < 10 || first == UInt8(ascii: "(") || first == UInt8(ascii: "@") || first == UInt8(ascii: "*")
        {
            return true
        }
        if word.utf8.contains(UInt8(ascii: "@")) || word.utf8.contains(UInt8(ascii: "/")) { return true }
        return stops.contains(WordHash.of(word.utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") }))
    }

    private static let desks = hashes("staff team editors newsroom desk redaktion redaction redacción")
    /// News agencies sign in one word.
    private static let agencies = hashes(
        "dpa afp apa ap reuters ansa efe sda kna epd ntb tt ritzau anp pap čtk mti ap upi tass xinhua pti ani sid")

    /// `MD`, `Ph.D.`, `RDN`: letters behind a name, not a name.
    private static func isCredential(_ word: Substring, isFirst: Bool) -> Bool {
        let letters = word.utf8.filter { ($0 | 0x20) &- 0x61 < 26 }
        guard letters.count <= 5 else { return false }
        let capitals = letters.filter { $0 < 0x60 }.count
        if !isFirst, letters.count >= 2, capitals == letters.count { return true }
        return credentials.contains(WordHash.of(letters))
            || capitals >= 2 && capitals >= letters.count - 1 && word.utf8.contains(0x2e)
    }

    private static let credentials = hashes(
        "md phd rd rdn ldn ms ma mba cpa cfp cfa esq jd rn do msw lcsw psyd edd bsc msc ba bs fand cepf dds jr sr")
}
