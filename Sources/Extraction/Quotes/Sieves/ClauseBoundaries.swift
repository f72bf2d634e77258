import Language
import Records

/// Cuts a content where the sentence turns to another statement: "said that A and added that B", "said A; B was".
struct ClauseBoundaries {
    let clauses: Clauses
    private var document: Document { clauses.document }

    /// Cues looked at within one content.
    private static let maxCues = 16

    init(clauses: Clauses) { self.clauses = clauses }

    func cut(_ attributions: inout [Attribution]) {
        let cues = attributions.indices.compactMap { index in attributions[index].cue.map { (cue: $0, index: index) } }
            .sorted { ($0.cue.lowerBound, $0.index) < ($1.cue.lowerBound, $1.index) }
        let known = attributions
        for index in attributions.indices {
            guard let cue = known[index].cue, known[index].how == .named, !known[index].isBlock else { continue }
            var pieces: [Range<Int>] = []
            for piece in known[index].content where !isElsewhere(piece, cue, of: known[index]) {
                guard piece.lowerBound >= cue.upperBound else {
                    pieces.append(piece)
                    continue
                }
                let end = end(of: piece, known[index], cue, cues, known)
                if end > piece.lowerBound, let left = clauses.trimmed(piece.lowerBound..<end) { pieces.append(left) }
                if end < piece.upperBound { break }
            }
            if !pieces.isEmpty { attributions[index].content = completed(pieces, behind: cue) }
        }
    }

    /// "told them to touch nothing, “and that includes the apples.”" and "confirmed that the ball, now known as “Joan,”
    /// will be sold": what the tagger left at a comma.
    private func completed(_ pieces: [Range<Int>], behind cue: Range<Int>) -> [Range<Int>] {
        guard pieces.count == 1, let piece = pieces.first, !document.isQuoted(piece.upperBound - 1),
            document.sign(piece.upperBound, ",")
        else { return pieces }
        let sentence = document.sentence(of: piece.lowerBound)
        let next = piece.upperBound + 1
        if sentence.contains(next), document.isQuoted(next), !document.isQuoted(cue.lowerBound) {
            let quotation = document.quotations[Int(document.covering[next])].range
            let behind = quotation.lowerBound + 1
            if quotation.upperBound + 1 >= sentence.upperBound, behind < sentence.upperBound,
                document.tokens[behind].isWord, !document.tokens[behind].isCapitalised
            {
                return [piece.lowerBound..<quotation.upperBound]
            }
        }
        if document.isWord(piece.lowerBound - 1, Word.that), piece.upperBound < sentence.upperBound,
            !piece.contains(where: { document.has($0, [.finiteVerb, .modal, .auxiliary]) || document.has($0, .cue) }),
            piece.count < 5, let all = clauses.trimmed(piece.lowerBound..<sentence.upperBound)
        {
            return [all]
        }
        return pieces
    }

    /// Words without marks in a later sentence than their cue.
    private func isElsewhere(_ piece: Range<Int>, _ cue: Range<Int>, of attribution: Attribution) -> Bool {
        attribution.content.count > 1 && !attribution.isCertain && !document.isQuoted(piece.lowerBound)
            && !document.isQuoted(cue.lowerBound) && piece.lowerBound > cue.upperBound
            && document.sentence(of: cue.lowerBound).upperBound <= piece.lowerBound
    }

    private func end(
        of piece: Range<Int>, _ own: Attribution, _ cue: Range<Int>, _ cues: [(cue: Range<Int>, index: Int)],
        _ known: [Attribution]
    ) -> Int {
        var end = piece.upperBound
        if let stop = piece.first(where: { document.sign($0, ";") && clauses.isLevel($0, cue.lowerBound) }) {
            end = stop
        }
        var place = first(cues, from: piece.lowerBound)
        var count = 0
        while place < cues.count, cues[place].cue.lowerBound < end, count < Self.maxCues {
            let other = known[cues[place].index]
            if clauses.isLevel(cues[place].cue.lowerBound, cue.lowerBound), let turn = turn(to: other, from: own, piece)
            {
                return min(end, turn)
            }
            place += 1
            count += 1
        }
        return end
    }

    /// Where another statement begins within a content: at the "and" or the comma before its clause.
    private func turn(to other: Attribution, from own: Attribution, _ piece: Range<Int>) -> Int? {
        guard let cue = other.cue else { return nil }
        let verb = clauses.start(ofVerb: cue.lowerBound, from: piece.lowerBound)
        guard verb > piece.lowerBound + 1 else { return nil }
        if clauses.isAnd(verb - 1), let form = clauses.verb(of: other)?.form, form == clauses.verb(of: own)?.form,
            form == .past || form == .present
        {
            return document.sign(verb - 2, ",") ? verb - 2 : verb - 1
        }
        guard let subject = other.subject, subject.upperBound <= verb, subject.upperBound + 2 >= verb,
            subject.lowerBound > piece.lowerBound + 2, clauses.isAnd(subject.lowerBound - 1),
            document.sign(subject.lowerBound - 2, ",")
        else { return nil }
        return subject.lowerBound - 2
    }

    private func first(_ cues: [(cue: Range<Int>, index: Int)], from token: Int) -> Int {
        cues.partitioningIndex { $0.cue.lowerBound >= token }
    }
}
