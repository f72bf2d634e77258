import Language

/// What the model of cues sees of a token.
struct CueFeatures {
    let document: Document
    let columns: TokenColumns
    /// Tokens beyond the sentence's ends are not seen.
    var sentence: Range<Int>

    @inline(__always)
    private func at(_ column: [UInt64], _ index: Int) -> UInt64 {
        sentence.contains(index) ? column[index] : TokenColumns.outside
    }

    func emit(_ i: Int, into sink: inout some FeatureSink) {
        typealias H = FeatureHash
        let c = columns
        let w0 = c.word[i]
        let (w1, w2, p1, p2) = (at(c.word, i + 1), at(c.word, i + 2), at(c.word, i - 1), at(c.word, i - 2))
        let k0 = c.category[i]
        let (k1, k2) = (at(c.category, i + 1), at(c.category, i + 2))
        let (j1, j2) = (at(c.category, i - 1), at(c.category, i - 2))
        sink.add(.categories, 15, 0)
        sink.add(.words, 0, w0)
        sink.add(.words, 1, p1)
        sink.add(.words, 2, w1)
        sink.add(.words, 3, p2)
        sink.add(.words, 4, w2)
        sink.add(.words, 5, H.join(p1, w0))
        sink.add(.words, 6, H.join(w0, w1))
        sink.add(.words, 10, H.join(w0, j1))
        sink.add(.words, 11, H.join(w0, k1))
        sink.add(.words, 12, H.join(w0, H.join(j1, k1)))
        sink.add(.affixes, 0, c.suffix[i])
        sink.add(.affixes, 1, c.suffix[i] & 0xffff)
        sink.add(.affixes, 4, H.join(c.shape[i], at(c.shape, i - 1)))
        sink.add(.affixes, 5, H.join(c.suffix[i], k1))
        sink.add(.affixes, 6, H.join(c.suffix[i], j1))
        sink.add(.categories, 0, k0)
        sink.add(.categories, 1, H.join(j1, k0))
        sink.add(.categories, 2, H.join(k0, k1))
        sink.add(.categories, 3, H.join(j2, j1, k0))
        sink.add(.categories, 4, H.join(k0, k1, k2))
        sink.add(.categories, 5, H.join(j1, k0, k1))
        sink.add(.categories, 6, H.join(H.join(j2, j1), H.join(k0, k1)))
        sink.add(.categories, 7, H.join(H.join(j1, k0), H.join(k1, k2)))
        lexicon(i, &sink)
        let q = H.join(c.quotation[i], H.join(at(c.quotation, i - 1), at(c.quotation, i + 1)))
        sink.add(.quotation, 0, q)
        sink.add(.quotation, 2, H.join(q, k0))
        let before = i - 1 >= sentence.lowerBound ? c.marksBefore[i] - c.marksBefore[sentence.lowerBound] : 0
        let after = c.marksBefore[sentence.upperBound - 1] - c.marksBefore[i]
        let around = UInt64(min(2, before)) << 2 | UInt64(max(0, min(2, after)))
        sink.add(.quotation, 3, H.join(around, k0))
        sink.add(.names, 0, H.join(at(c.name, i - 1), at(c.name, i + 1)))
        sink.add(.names, 1, H.join(c.name[i], H.join(nearestName(i, by: -1), nearestName(i, by: 1))))
        let place = UInt64(min(3, i - sentence.lowerBound)) << 4 | UInt64(min(3, sentence.upperBound - 1 - i))
        let paragraph = document.paragraphs[Int(document.paragraphOf[i])]
        let kind: UInt64 = paragraph.isTitleCase ? 2 : paragraph.kind == .heading ? 1 : 0
        sink.add(.position, 0, H.join(place, k0))
        sink.add(.position, 1, H.join(kind, k0))
        let r0 = c.rule[i]
        let (r1, s1) = (at(c.rule, i + 1), at(c.rule, i - 1))
        sink.add(.rules, 0, r0)
        sink.add(.rules, 1, H.join(s1, r0, r1))
        sink.add(.rules, 2, H.join(r0, w0))
        sink.add(.rules, 3, H.join(s1, r0, H.join(r1, k0)))
    }

    private func lexicon(_ i: Int, _ sink: inout some FeatureSink) {
        typealias H = FeatureHash
        let next = lead(from: i + 1)
        sink.add(.lexicon, 0, H.join(columns.word[i], next))
        sink.add(.lexicon, 1, H.join(columns.category[i], next))
        sink.add(.lexicon, 2, H.join(columns.category[i], previous(from: i - 1)))
        sink.add(.lexicon, 3, H.join(columns.word[i], previous(from: i - 1)))
        guard document.has(i, .cue), let cue = document.lexicon.cues.verb(document.tokens[i].hash) else { return }
        let frames = UInt64(cue.verb.frames.rawValue)
        sink.add(.lexicon, 4, H.join(frames, next))
        sink.add(.lexicon, 5, H.join(cue.verb.identity, 1))
        sink.add(.lexicon, 6, H.join(cue.verb.identity, next))
    }

    /// The first word behind that opens content, or a sign, within some tokens.
    private func lead(from start: Int) -> UInt64 {
        for index in start..<max(start, min(sentence.upperBound, start + 8)) {
            let category = columns.category[index]
            switch category {
            case 32, 33, 43, 44, 45, 46: return category  // that, to, if, whether, what, how
            case 2, 7, 9, 8: return category + (UInt64(min(2, index - start)) << 8)
            default: continue
            }
        }
        return 0
    }

    /// The nearest token before that is no adverb or auxiliary.
    private func previous(from start: Int) -> UInt64 {
        var index = start
        while index >= sentence.lowerBound, start - index < 5 {
            let category = columns.category[index]
            if category != 74, category != 56, category != 92, category != 55, category != 54 {
                return category << 8 | UInt64(start - index)
            }
            index -= 1
        }
        return TokenColumns.outside
    }

    /// Type and distance of the nearest name in one direction.
    private func nearestName(_ start: Int, by step: Int) -> UInt64 {
        var index = start + step
        while sentence.contains(index), abs(index - start) < 8 {
            if columns.name[index] != 0 { return (columns.name[index] >> 3) * 16 | UInt64(abs(index - start)) }
            index += step
        }
        return 255
    }
}
