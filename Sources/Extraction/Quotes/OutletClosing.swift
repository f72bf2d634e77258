import Language
import Records

/// ", CNN emphasizes." at the end of a paragraph that retells an outlet's report: the whole paragraph is the outlet's.
enum OutletClosing {
    /// Widens such an attribution to its paragraph's start, where the outlet was cited before.
    static func extend(
        _ found: inout [Attribution], from first: Int, _ paragraph: Document.Paragraph, _ document: Document,
        _ names: NameIndex
    ) {
        guard paragraph.sentences.count > 1,
            let last = found.indices.dropFirst(first).last(where: { closes(found[$0], paragraph, document) }),
            let subject = found[last].subject,
            let name = names.within(subject).last(where: { names.names[$0].type == .outlet })
        else { return }
        guard names.firstToken(of: names.owners[name]) < paragraph.tokens.lowerBound else { return }
        found[last].content = [paragraph.tokens.lowerBound..<found[last].extent.upperBound]
        found[last].isClosing = true
        // The carrying report stands before what it carries.
        let report = found.remove(at: last)
        found.insert(report, at: first)
    }

    /// A cue whose clause ends the paragraph, with its content before it.
    private static func closes(
        _ attribution: Attribution, _ paragraph: Document.Paragraph, _ document: Document
    ) -> Bool {
        guard let cue = attribution.cue, attribution.how == .named, attribution.content.count == 1 else { return false }
        return attribution.extent.upperBound <= cue.lowerBound && cue.upperBound + 2 >= paragraph.tokens.upperBound
    }
}
