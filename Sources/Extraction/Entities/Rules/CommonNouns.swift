import Language
import Records

/// What is written with capitals and names nothing: "CEO", "IPO", the "Health" of "Health Secretary", the first word of a
/// sentence.
struct CommonNouns {
    let document: Document
    /// Words that the document has in small letters, too.
    let lower: Set<WordHash>

    /// Acronyms of common nouns, of units and of times.
    private static let acronyms = Set(
        """
        ceo cfo coo cto ipo gdp cpi etf fx gmt utc cet est edt cst cdt pst pdt am pm hr pr it id ps fyi asap faq tv dvd cd pc
        usb api diy suv atm dna rna hiv aids lng rsvp vip pin ok km kg mph url pdf vat ngo mp mps phd ba ma md
        """.split { $0 == " " || $0 == "\n" }.map { WordHash(String($0)) })

    func holds(_ name: Name) -> Bool {
        guard name.evidence <= .model, name.range.count == 1 else { return false }
        let index = name.range.lowerBound
        if Self.acronyms.contains(document.tokens[index].hash) { return true }
        if lower.contains(document.tokens[index].hash), name.type == .person || name.type == .organisation,
            !document.has(index, .anyFirstName), document.startsSentence(index)
        {
            return true
        }
        // "Health Secretary", "Secretary of State".
        guard document.has(index, .roleModifier) else { return false }
        return document.has(index + 1, .role)
            || document.isWord(index - 1, Word.of) && document.has(index - 2, .role)
    }
}
