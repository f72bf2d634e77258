/// Takes a byline apart into names.
enum PersonNames {
    /// The names in a field that holds nothing else; what is short and whole, such as `Harbour Editorial Team`, stays so.
    static func inField(_ field: String) -> [String] {
        let text = field.withoutReferences.collapsed
        let words = text.split(separator: " ")
        let isWhole =
            (2...4).contains(words.count)
            && !text.utf8.contains { $0 < 0x41 && $0 != 0x20 && $0 != 0x2e && $0 != 0x2d && $0 != 0x27 }
        let isPlain = words.allSatisfy { word in
            let hash = WordHash.of(word.utf8)
            return !leads.contains(hash) && !joints.contains(hash) && !marks.contains(String(word))
        }
        return isWhole && isPlain ? [text] : of(text.parts(separatedBy: ";").joined(separator: "; "))
    }

    /// The names in a byline, in order; empty where it names nobody.
    static func of(_ byline: String) -> [String] {
        var text = byline.withoutReferences.collapsed
        if let handle = handle(text) { return [handle] }
        text = withoutLead(text)
        var names: [String] = []
        for (index, part) in split(text).enumerated() {
            guard let name = clean(part, isFirst: index == 0), !names.contains(name) else { continue }
            names.append(name)
        }
        return names
    }

    /// The one word that signs `by ibby`, or `Posted by BeauHD on Friday`.
    private static func handle(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard let lead = words.prefix(2).lastIndex(where: { WordHash.of($0.utf8) == WordHash.of("by".utf8) }),
            lead == 0 || isByline(text), lead + 1 < words.count, case let name = words[lead + 1],
            (3...24).contains(name.utf8.count), name.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 })
        else { return nil }
        guard lead + 2 < words.count else { return String(name) }
        let next = words[lead + 2]
        let isDated =
            WordHash.of(next.utf8) == WordHash.of("on".utf8) || next.utf8.first.map { $0 &- 0x30 < 10 } ?? false
        return isDated && words.count < 14 ? String(name) : nil
    }

    /// Drops `By`, `Von`, `Written by` and what stands before it.
    private static func withoutLead(_ text: String) -> String {
        let words = text.split(separator: " ")
        for (index, word) in words.prefix(8).enumerated() {
            let hash = key(word)
            if leads.contains(hash), index + 1 < words.count {
                return words[(index + 1)...].joined(separator: " ")
            }
        }
        guard let first = words.first, words.count > 1 else { return text }
        if first.utf8.last == UInt8(ascii: ":") || words.count > 2 && WordHash.of(first.utf8) == about {
            return words.dropFirst().joined(separator: " ")
        }
        // Templates forget the space: `ByMaren Holt`, `Authors:Maren Holt`.
        if let colon = first.utf8.firstIndex(of: UInt8(ascii: ":")), leads.contains(WordHash.of(first.utf8[..<colon])) {
            return String(text.utf8.dropFirst(first.utf8[...colon].count)) ?? text
        }
        return withoutGluedBy(text) ?? text
    }

    private static func withoutGluedBy(_ text: String) -> String? {
        let head = Array(text.utf8.prefix(3))
        guard head.count == 3, head[0] == UInt8(ascii: "B"), head[1] == UInt8(ascii: "y"), head[2] &- 0x41 < 26 else {
            return nil
        }
        return String(text.utf8.dropFirst(2))
    }

    /// The hash of a label's word: `Autor:` and `Autorin/Autor` go by their first word.
    private static func key(_ word: Substring) -> UInt64 {
        WordHash.of(word.utf8.prefix { $0 != UInt8(ascii: "/") }.filter { $0 != UInt8(ascii: ":") })
    }

    private static let about = WordHash.of("about".utf8)

    /// Whether a line is only the label before a name: `Written by`, `Author:`.
    static func isLabel(_ line: String) -> Bool {
        let words = line.split(separator: " ").map(key)
        guard let last = words.last, words.count <= 2 else { return false }
        return words.count == 1
            ? bylines.contains(last) || labels.contains(last) : bylines.contains(last) && labels.contains(words[0])
    }

    private static let labels = WordSet(
        words:
            "written author authors autor autorin autora autores auteur words article text story report posted contributor contributors"
    )

    /// Whether a whole line is nothing but one name of two to four words.
    static func isName(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard (2...4).contains(words.count), line.utf8.count <= 40, of(line) == [line] else { return false }
        return words.allSatisfy { word in
            guard let first = word.utf8.first, !word.utf8.contains(where: { $0 &- 0x30 < 11 }) else { return false }
            return first &- 0x41 < 26 || first >= 0x80 || particles.contains(WordHash.of(word.utf8))
        }
    }

    /// Whether a line's first words may be a name, or a lead before one: three words in four are told by their first letter.
    static func mayBeginWithName(_ line: String) -> Bool {
        let words = line.utf8.split(separator: 0x20, maxSplits: 5).prefix(5)
        let end = words.firstIndex { $0.elementsEqual("|".utf8) } ?? words.count
        return (2...4).contains(end)
            && words.prefix(end).allSatisfy { word in
                word.first.map { $0 &- 0x41 < 26 || $0 >= 0x80 } ?? false || particles.contains(WordHash.of(word))
            }
    }

    private static let particles = WordSet(words: "de da di del della van der den von zu la le al el bin ibn")

    /// Whether a line's first words are `By`, `Written by` or their like in other languages.
    static func isByline(_ line: String) -> Bool {
        let words = line.split(separator: " ").prefix(2).map(key)
        guard let first = words.first else { return false }
        if words.count == 2, withoutGluedBy(line) != nil { return true }
        // `Published on 14 April 2026 by Maren Holt`
        if announcements.contains(first) {
            let next = line.split(separator: " ").dropFirst(2).prefix(6)
            return next.contains { WordHash.of($0.utf8) == WordHash.of("by".utf8) }
        }
        return bylines.contains(first)
            || words.count == 2 && words[1] == WordHash.of("by".utf8)
                && (leads.contains(first) || labels.contains(first))
    }

    /// Whether a line begins with `Reviewed by` or its like.
    static func isHelperLine(_ line: String) -> Bool {
        let words = line.split(separator: " ").prefix(2).map { WordHash.of($0.utf8) }
        return words.count == 2 && helpers.contains(words[0]) && words[1] == WordHash.of("by".utf8)
    }

    private static let helpers = WordSet(words: "edited reviewed illustrated translated")
    private static let announcements = WordSet(words: "published posted")
    private static let bylines = WordSet(words: "by von par por author autor autorin")
    private static let leads = WordSet(
        words:
            "by von por durch author authors autor autorin autora autores autore auteur writer words reporting de_par")
    private static let joints = WordSet(words: "and und et y e och og en ja i und & with mit")
    private static let stops = WordSet(
        words: """
            in on at for is was says am published updated posted veröffentlicht aktualisiert publié publicado stand last contributing min read staff senior editor chief reporter \
            correspondent writer journalist journalism editorial guest freelance special managing news political associate \
            redakteur redakteurin korrespondent reviewed edited fact medically expert ceo founder director manager head \
            team editors newsroom desk redaktion redaction redacción columnist contributor content marketing lead research \
            author written former co-founder president professor specialist coordinator analyst assistant deputy follow \
            january february march april june july august september october november december jan feb mar apr jun jul aug \
            sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
            """)

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
        let name = words.joined(separator: " ").withoutMarks
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

    /// Whether a name holds a word that offices have in theirs, and no person.
    static func namesOffice(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        if words.count == 1, agencies.contains(WordHash.of(name.utf8)) { return true }
        let letters = name.utf8.filter { ($0 | 0x20) &- 0x61 < 26 }
        if words.count == 1, letters.count == name.utf8.count, letters.count < 6, letters.allSatisfy({ $0 < 0x60 }) {
            return true
        }
        return words.contains { offices.contains(WordHash.of($0.utf8)) }
    }

    private static let offices = WordSet(
        words: """
            news nachrichten online redaktion redaction redacción rédaction staff team desk newsroom editors zeitung magazin \
            magazine media press presse radio tv agency agentur newspaper editorial gmbh inc ltd llc association foundation \
            institute university clinic group company committee ministry webmaster images photos picture credit getty shutterstock pexels
            """)

    private static let desks = WordSet(words: "staff team editors newsroom desk redaktion redaction redacción")
    /// News agencies sign in one word.
    private static let agencies = WordSet(
        words:
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

    private static let credentials = WordSet(
        words:
            "md phd rd rdn ldn ms ma mba cpa cfp cfa esq jd rn do msw lcsw psyd edd bsc msc ba bs fand cepf dds jr sr")
}

extension String {
    /// Without the asterisks of a footnote behind it and the bar of a list before it.
    fileprivate var withoutMarks: String {
        let end = utf8.count - utf8.reversed().prefix { $0 == UInt8(ascii: "*") }.count
        return String(utf8.prefix(end).drop { $0 == UInt8(ascii: "|") || $0 == 0x20 }) ?? self
    }
}
