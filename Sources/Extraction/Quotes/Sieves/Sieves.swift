import Language
import Records

/// The sieves over attributions, in their order.
struct Sieves {
    let document: Document
    let names: NameIndex

    func applied(to attributions: [Attribution]) -> [Attribution] {
        var result = attributions
        let clauses = Clauses(document: document, names: names)
        func run(_ sieve: Sieve, _ change: (inout [Attribution]) -> Void) {
            if document.uses(sieve) { change(&result) }
        }
        run(.opinionPhrases) { merge(OpinionPhrases(clauses: clauses).find(), into: &$0) }
        run(.asReports) { merge(AsReports(clauses: clauses).find(), into: &$0) }
        run(.toldViews) { ToldViews(clauses: clauses).apply(to: &$0, merge) }
        run(.passiveOrders) { merge(PassiveOrders(clauses: clauses).find(besides: $0), into: &$0) }
        run(.objects) { merge(DeniedObjects(clauses: clauses).find(besides: $0), into: &$0) }
        run(.nestedCues) { merge(NestedCues(clauses: clauses).find(in: $0), into: &$0) }
        run(.backReferences) { merge(BackReferences(clauses: clauses).find(), into: &$0) }
        run(.closings) { merge(Closings(clauses: clauses).find(), into: &$0) }
        run(.cuedQuotations) { CuedQuotations(clauses: clauses).complete(&$0) }
        run(.subjects) { SubjectSieve(clauses: clauses).correct(&$0) }
        run(.splits) { SplitQuotations(clauses: clauses).split(&$0) }
        run(.boundaries) { ClauseBoundaries(clauses: clauses).cut(&$0) }
        run(.leads) { LeadWords(clauses: clauses).trim(&$0) }
        run(.statements) { Statements(clauses: clauses).filter(&$0) }
        result.removeAll(where: \.content.isEmpty)
        AttributionModel.sort(&result)
        return result
    }

    /// Much the same content.
    private static let sameContent: Float = 0.6

    /// What a sieve finds takes the place of what has its cue or its content.
    private func merge(_ found: [Attribution], into attributions: inout [Attribution]) {
        guard !found.isEmpty else { return }
        var byStretch: [Int: [Int]] = [:]
        for (index, attribution) in found.enumerated() {
            for key in Self.stretches(attribution) { byStretch[key, default: []].append(index) }
        }
        attributions.removeAll { old in
            let near = Set(Self.stretches(old).flatMap { byStretch[$0] ?? [] })
            return near.contains { Self.clash(found[$0], old) }
        }
        attributions += found
        AttributionModel.sort(&attributions)
    }

    private static func clash(_ new: Attribution, _ old: Attribution) -> Bool {
        if let cue = new.cue, let other = old.cue, cue.overlaps(other) { return true }
        // Another's words, told again: both stand.
        if new.how == .backReference || old.how == .backReference { return false }
        // Words within words.
        if new.isInner, let cue = new.cue, old.content.contains(where: { $0.contains(cue.lowerBound) }),
            !(old.cue?.overlaps(cue) ?? false)
        {
            return false
        }
        return Overlap.share(new.content, old.content) > sameContent && !(old.isBlock && old.cue == nil)
    }

    /// Stretches of 16 tokens that an attribution touches with its cue or the ends of its content.
    private static func stretches(_ attribution: Attribution) -> Set<Int> {
        var keys: Set<Int> = []
        if let cue = attribution.cue { keys.formUnion([cue.lowerBound >> 4, (cue.upperBound - 1) >> 4]) }
        for piece in attribution.content where !piece.isEmpty {
            for key in (piece.lowerBound >> 4)...((piece.upperBound - 1) >> 4) { keys.insert(key) }
        }
        return keys
    }
}
