import Language
import Records

/// Says what a run of capitalised words names, and takes the titles off it.
struct NameClassifier {
    let document: Document
    let lower: Set<WordHash>
    let capital: Set<WordHash>

    func classify(_ run: Range<Int>, isInitial: Bool) -> [Name] {
        var start = run.lowerBound
        // "But Smith", "The Northern Ledger".
        while start < run.upperBound, document.has(start, .common), !isGivenName(start, run) { start += 1 }
        if start == run.lowerBound, isInitial, dropsFirst(run) { start += 1 }
        var end = run.upperBound
        while end > start, document.has(end - 1, [.common, .cue]), document.has(end - 1, [.determiner, .preposition]) {
            end -= 1
        }
        guard start < end else { return [] }
        let (roles, nameStart) = roles(in: start..<end)
        guard nameStart < end else { return people(in: start..<end) }
        var name = Name(range: nameStart..<end, type: .other, evidence: .unknown)
        if isInitial, nameStart == run.lowerBound, name.range.count == 1, !isCertain(nameStart) { return [] }
        name.roles = roles + rolesBefore(nameStart, ifNone: roles) + rolesAfter(end)
        type(&name)
        if name.type != .person { name.roles = [] }
        let before = name.type == .person ? people(in: start..<nameStart) : []
        return before + [name]
    }

    /// A person, found otherwise, without the titles at its front and with its roles.
    func introduced(_ name: Name) -> Name {
        let (roles, start) = roles(in: name.range)
        guard start < name.range.upperBound else { return name }
        var name = name
        name.range = start..<name.range.upperBound
        name.roles = roles + rolesBefore(start, ifNone: roles) + rolesAfter(name.range.upperBound)
        name.gender = gender(name)
        return name
    }

    private func isGivenName(_ index: Int, _ run: Range<Int>) -> Bool {
        document.has(index, .anyFirstName) && index + 1 < run.upperBound
            && !document.has(index, [.preposition, .determiner])
    }

    /// An adjective or a noun that only begins the sentence: what follows is a name of its own.
    private func dropsFirst(_ run: Range<Int>) -> Bool {
        let first = run.lowerBound
        guard run.count > 1, !document.has(first, .anyFirstName) else { return false }
        if document.has(first, [.stanceSpeaker, .stanceClaim, .stanceManner]) { return true }
        let hash = document.tokens[first].hash
        return lower.contains(hash) && !capital.contains(hash)
            && !document.has(first, [.role, .roleModifier, .title, .organisation, .placeNoun])
    }

    /// Whether one word at the start of a sentence is a name.
    private func isCertain(_ index: Int) -> Bool {
        let token = document.tokens[index]
        if capital.contains(token.hash) { return !lower.contains(token.hash) || document.has(index, .anyFirstName) }
        if token.shape.contains(.allUpper) { return true }
        if lower.contains(token.hash) { return false }
        let next = index + 1
        guard next < document.tokens.count else { return false }
        return document.tokens[next].shape.contains(.clitic) && !document.has(index, .common)
            || document.has(next, .finiteVerb) || document.has(next, .cue) && !document.has(index, [.role, .people])
            || document.has(index, .anyFirstName)
    }

    /// Titles and roles at the front of a run: their ranges, and where the name begins.
    private func roles(in run: Range<Int>) -> ([Range<Int>], Int) {
        guard
            let last = run.dropLast().last(where: {
                document.has($0, [.role, .title]) || document.sign($0, ".") && document.has($0 - 1, .title)
            })
        else { return ([], document.has(run.upperBound - 1, .role) ? headOnly(run) : run.lowerBound) }
        let name = last + 1..<run.upperBound
        // "General Motors" and "Minister Council" name no person.
        let isOrganisation = name.contains { document.has($0, [.organisation, .organisationSuffix]) }
        let isPerson =
            document.has(name.lowerBound, .anyFirstName) || name.count > 1 || !document.has(last, .roleModifier)
        if isOrganisation || !isPerson || document.has(last, .anyFirstName) && !document.has(last, .title) {
            return ([], run.lowerBound)
        }
        var start = last
        while start > run.lowerBound {
            let before = start - 1
            let isAcronym = document.tokens[before].shape.contains(.allUpper)
            guard
                document.has(before, [.role, .roleModifier, .title, .demonym, .place, .organisation]) || isAcronym
                    || isPeople(before)
                    || document.sign(before, ".") || document.isWord(before, Word.of)
            else { break }
            start = before
        }
        // "US" was read as a name of its own before "President-elect".
        if start == run.lowerBound, start > 0, document.has(start - 1, [.demonym, .place]) || isPeople(start - 1),
            document.tokens[start - 1].isCapitalised,
            document.paragraphOf[start - 1] == document.paragraphOf[start]
        {
            start -= 1
        }
        return ([start..<name.lowerBound], name.lowerBound)
    }

    /// An adjective of a people that no table knows: "Korvian".
    func isPeople(_ index: Int) -> Bool {
        let token = document.tokens[index]
        guard token.isCapitalised, token.end - token.start > 4, !document.has(index, .anyFirstName) else {
            return false
        }
        let end = document.text[..<token.end].suffix(3)
        return ["ian", "ish", "ese"].contains { end.elementsEqual($0.utf8) }
    }

    /// "Prime Minister" alone is no name.
    private func headOnly(_ run: Range<Int>) -> Int {
        run.allSatisfy { document.has($0, [.role, .roleModifier, .demonym, .title, .stanceSpeaker]) }
            ? run.upperBound : run.lowerBound
    }

    /// The peoples, places and bodies named within a title: "Russian" in "Russian President".
    private func people(in run: Range<Int>) -> [Name] {
        var names: [Name] = []
        var index = run.lowerBound
        if let last = run.last(where: { document.has($0, .organisation) && !document.has($0, .role) }),
            last > run.lowerBound
        {
            names.append(Name(range: run.lowerBound..<last + 1, type: .organisation, evidence: .headNoun))
            index = last + 1
        }
        while index < run.upperBound {
            if let match = document.lexicon.places.match(document.tokens, at: index, before: run.upperBound) {
                names.append(
                    Name(
                        range: index..<index + match.count, type: match.type, evidence: .table,
                        country: match.country, canonical: match.canonical, source: match.line))
                index += match.count
            } else {
                if isPeople(index) { names.append(Name(range: index..<index + 1, type: .other, evidence: .shape)) }
                index += 1
            }
        }
        return names
    }

    /// "opposition leader Pavel Drozhin": small letters before the name.
    private func rolesBefore(_ start: Int, ifNone found: [Range<Int>]) -> [Range<Int>] {
        guard found.isEmpty, start > 0, document.has(start - 1, .role),
            document.covering[start] == document.covering[start - 1]
        else { return [] }
        var first = start - 1
        let limit = max(0, start - 6)
        while first > limit, document.paragraphOf[first - 1] == document.paragraphOf[start],
            isPeople(first - 1)
                || document.has(first - 1, [.role, .roleModifier, .demonym]) && !document.has(first - 1, .common)
                || document.tokens[first - 1].shape.contains(.allUpper)
        {
            first -= 1
        }
        return [first..<start]
    }

    /// "Pavel Drozhin, the opposition leader,": an apposition, without what follows its head.
    private func rolesAfter(_ end: Int) -> [Range<Int>] {
        guard document.sign(end, ",") else { return [] }
        var index = end + 1
        let limit = min(document.tokens.count, end + 8)
        while index < limit, document.has(index, [.article, .possessivePronoun]) { index += 1 }
        let first = index
        while index < limit, document.tokens[index].isWord {
            guard document.paragraphOf[index] == document.paragraphOf[end] else { return [] }
            if document.has(index, [.role]), !document.has(index + 1, .role) {
                // A second name directly behind belongs to the next in a list.
                let next = index + 1
                return next < document.tokens.count && document.tokens[next].isCapitalised ? [] : [first..<index + 1]
            }
            if document.has(index, [.finiteVerb, .cue, .relative, .conjunction]) { return [] }
            index += 1
        }
        return []
    }
}
