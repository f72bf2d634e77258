import Language
import Records

/// "Patriotic Union of Kurdistan (PUK)": letters in brackets behind a name that begin its words are that name.
struct DefinedAcronyms {
    let document: Document

    /// The names with those acronyms that nobody saw, in the order of the text.
    func complete(_ names: [Name]) -> [Name] {
        var completed: [Name] = []
        var defined: Set<Int> = []
        for (index, name) in names.enumerated() {
            if defined.contains(name.range.lowerBound) {
                var name = name
                if name.evidence <= .model { name.type = .organisation }
                completed.append(name)
            } else {
                completed.append(name)
            }
            guard name.type == .organisation || name.type == .other, name.bytes == nil,
                let acronym = acronym(behind: name.range)
            else { continue }
            defined.insert(acronym)
            let isSeen = index + 1 < names.count && names[index + 1].range.lowerBound <= acronym
            if !isSeen {
                completed.append(Name(range: acronym..<acronym + 1, type: name.type, evidence: .acronym))
            }
        }
        return completed
    }

    private func acronym(behind range: Range<Int>) -> Int? {
        let index = range.upperBound + 1
        guard range.count > 1, document.sign(index - 1, "("), document.sign(index + 1, ")"),
            document.tokens[index].isWord, document.tokens[index].shape.contains(.allUpper)
        else { return nil }
        let initials = range.filter { document.tokens[$0].isCapitalised }.map {
            document.text[document.tokens[$0].start]
        }
        let letters = document.text[document.tokens[index].range].filter { $0 != UInt8(ascii: ".") }
        return letters.count > 1 && initials.starts(with: letters) ? index : nil
    }
}
