internal import Markup
internal import Web

/// Decides which segments are the article: the learnt judge first, then what it cannot have learnt.
struct BlockClassifier {
    /// Log odds above which a segment is kept.
    static let threshold: Float = -0.3

    /// Of segments that are left out whatever the judge says.
    private static let refused: Float = -9

    private let outline: PageOutline
    private let context: PageContext
    private var scores: [Float]

    static func keep(_ outline: PageOutline, _ context: PageContext, _ model: BlockModel) -> [Bool] {
        var classifier = BlockClassifier(outline, context, model)
        classifier.hearBody()
        classifier.joinBrokenParagraphs()
        classifier.applyRules()
        return classifier.kept()
    }

    private init(_ outline: PageOutline, _ context: PageContext, _ model: BlockModel) {
        self.outline = outline
        self.context = context
        let features = SegmentFeatures(outline, context)
        scores = [Float](repeating: Self.refused, count: outline.segments.count)
        for (index, score) in zip(features.judged, model.scores(of: features.rows, width: SegmentFeatures.width)) {
            scores[index] = score
        }
    }

    /// JSON-LD's copy of the body, where it agrees with most of what was kept, speaks for and against the rest.
    private mutating func hearBody() {
        guard !context.bodyShingles.isEmpty else { return }
        let shares = outline.segments.indices.map { context.witness(outline, $0) }
        var keptBytes = 0
        var agreed = 0
        for index in scores.indices where scores[index] > Self.threshold {
            keptBytes += outline.segments[index].count
            if shares[index] > 0.5 { agreed += outline.segments[index].count }
        }
        guard agreed * 4 > keptBytes * 3 else { return }
        for index in scores.indices {
            if shares[index] > 0.7 { scores[index] += 2 }
            if shares[index] >= 0, shares[index] < 0.3 { scores[index] -= 2 }
        }
    }

    /// Paragraphs that only line breaks part belong together: most of them decide for all.
    private mutating func joinBrokenParagraphs() {
        var start = 0
        while start < scores.count {
            var end = start + 1
            while end < scores.count, outline.segments[end].node == outline.segments[start].node,
                outline.segments[end].followsBreak
            {
                end += 1
            }
            if end - start > 2 {
                let kept = (start..<end).reduce(0) {
                    $0 + (scores[$1] > Self.threshold ? outline.segments[$1].count : 0)
                }
                let all = (start..<end).reduce(0) { $0 + outline.segments[$1].count }
                for index in start..<end where kept * 2 > all && scores[index] <= Self.threshold {
                    let segment = outline.segments[index]
                    if segment.linkDensity < 0.3, outline.texts[index].ending == .sentence, segment.count > 40 {
                        scores[index] = Self.threshold + 1
                    }
                }
            }
            start = end
        }
    }

    private mutating func applyRules() {
        let others = OtherStories(outline, titles: context.ownTitles)
        for index in scores.indices where scores[index] > Self.threshold {
            if BoilerplateRules.isBoilerplate(outline, index, isNews: context.isNews)
                || others.contains(outline.segments[index].node)
            {
                scores[index] = Self.refused
            }
        }
        dropFurniture()
        dropHead()
        let kept = scores.indices.filter {
            scores[$0] > Self.threshold && BlockKind(outline, outline.segments[$0]) != .caption
        }
        for index in Repetitions(outline, kept: kept).superfluous { scores[index] = Self.refused }
    }

    /// What furniture holds, whatever it reads like; unless it is a good part of the text, for then the names say something
    /// else.
    private mutating func dropFurniture() {
        let kept = scores.indices.filter { scores[$0] > Self.threshold }
        let rules = FurnitureRules(outline)
        let furniture = kept.filter { rules.isFurniture($0) }
        func bytes(_ indices: [Int]) -> Int { indices.reduce(0) { $0 + outline.segments[$1].count } }
        let dialogs = furniture.filter {
            outline.segmenter.above[outline.segments[$0].firstText].contains(.dialog)
        }
        // What a dialog asks may be longer than a short report; the whole text of a page it is not.
        let dropped =
            bytes(furniture) * 5 < bytes(kept) * 3
            ? furniture : bytes(dialogs) + Self.report < bytes(kept) ? dialogs : []
        for index in dropped where BlockKind(outline, outline.segments[index]) != .caption {
            scores[index] = Self.refused
        }
    }

    /// Bytes that a report has at least.
    private static let report = 200

    /// Bylines and dates that stand over the text are metadata.
    private mutating func dropHead() {
        for (place, index) in scores.indices.filter({ scores[$0] > Self.threshold }).prefix(6).enumerated() {
            let segment = outline.segments[index]
            guard segment.count < 80 else { continue }
            let line = outline.string(of: index)
            let isTime = outline.segmenter.above[segment.firstText].contains(.time) && segment.count < 40
            let isDate =
                outline.texts[index].digits >= 4 && segment.count < 50 && PrintedDate.find(in: line)?.day != nil
            let isByline =
                PersonNames.isByline(line) && !PersonNames.of(line).isEmpty || PersonNames.isHelperLine(line)
            let isNamed = index > 0 && PersonNames.isLabel(outline.string(of: index - 1)) && PersonNames.isName(line)
            let isName = place < 2 && (PersonNames.isLabel(line) || outline.isLoneName(index)) || isNamed
            if isTime || isDate || isByline || isName { scores[index] = Self.refused }
        }
    }

    /// A page whose text the judge found none of still has what is least like furniture.
    private func kept() -> [Bool] {
        let kept = scores.map { $0 > Self.threshold }
        let bytes = outline.segments.indices.reduce(0) { $0 + (kept[$1] ? outline.segments[$1].count : 0) }
        guard bytes < 140 else { return kept }
        let likely = scores.map { $0 > Self.threshold - 1.5 }
        if likely.contains(true), likely != kept { return likely }
        guard bytes == 0 else { return kept }
        return outline.segments.indices.map { index in
            let segment = outline.segments[index]
            let names = outline.segmenter.inherited[segment.node]
            let above = outline.segmenter.above[segment.node]
            return segment.linkDensity < 0.5 && names.isDisjoint(with: .furniture)
                && above.isDisjoint(with: [.nav, .aside, .footer, .header, .form, .button, .dialog])
        }
    }
}
