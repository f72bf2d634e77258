import Language
import Records

/// Finds the names of a document again where neither the model nor a rule saw them: the same words with capitals, or
/// the surname of a person whose full name stands in the document.
struct RepeatedNames {
    let document: Document
    let names: [Name]
    /// By the first word; longer forms first.
    private var forms: [WordHash: [Form]] = [:]

    private struct Form {
        var words: [WordHash]
        /// The name that it repeats.
        var name: Name
    }

    init(document: Document, names: [Name]) {
        self.document = document
        self.names = names
        var seen: Set<[WordHash]> = []
        func add(_ range: Range<Int>, _ name: Name) {
            let words = range.map { document.tokens[$0].hash }
            guard seen.insert(words).inserted, words.count <= 12 else { return }
            forms[words[0], default: []].append(Form(words: words, name: name))
        }
        for name in names where name.bytes == nil && isRepeatable(name.range) { add(name.range, name) }
        for name in names where name.type == .person && name.bytes == nil && name.range.count > 1 {
            let last = name.range.upperBound - 1
            if isRepeatable(last..<last + 1), !document.has(last, [.place, .weekday, .month]) {
                add(last..<last + 1, name)
            }
        }
        for (first, list) in forms {
            forms[first] = list.enumerated().sorted {
                ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
            }.map(\.element)
        }
    }

    /// One word must be no word of the language, and be written as a name.
    private func isRepeatable(_ range: Range<Int>) -> Bool {
        let first = range.lowerBound
        guard document.tokens[first].isCapitalised else { return false }
        guard range.count == 1 else { return true }
        let token = document.tokens[first]
        return token.end - token.start > 1 && !document.has(first, [.common, .cue, .title, .role])
    }

    func complete() -> [Name] {
        var covered = [Bool](repeating: false, count: document.tokens.count)
        for name in names { for token in name.range { covered[token] = true } }
        var found: [Name] = []
        var index = 0
        while index < document.tokens.count {
            if !covered[index], let name = match(at: index, covered) {
                found.append(name)
                index = name.range.upperBound
            } else {
                index += 1
            }
        }
        guard !found.isEmpty else { return names }
        return (names + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func match(at index: Int, _ covered: [Bool]) -> Name? {
        let token = document.tokens[index]
        guard token.isCapitalised, let candidates = forms[token.hash] else { return nil }
        for form in candidates {
            let range = index..<index + form.words.count
            guard range.upperBound <= document.tokens.count,
                document.paragraphOf[index] == document.paragraphOf[range.upperBound - 1],
                form.words.indices.allSatisfy({
                    document.tokens[index + $0].hash == form.words[$0] && !covered[index + $0]
                }), isWhole(range)
            else { continue }
            // Acronyms come back as acronyms: "US" is not "us", "WHO" not "Who".
            if form.words.count == 1, document.tokens[form.name.range.lowerBound].shape.contains(.allUpper),
                !token.shape.contains(.allUpper)
            {
                continue
            }
            return Name(range: range, type: form.name.type, evidence: .repeated, label: form.name.label)
        }
        return nil
    }

    /// Whether no capitalised word beside it makes it part of a longer name.
    private func isWhole(_ range: Range<Int>) -> Bool {
        guard range.count == 1, !document.paragraphs[Int(document.paragraphOf[range.lowerBound])].isTitleCase else {
            return true
        }
        return !joins(range.upperBound, to: range) && !joins(range.lowerBound - 1, to: range)
    }

    private func joins(_ index: Int, to range: Range<Int>) -> Bool {
        guard document.tokens.indices.contains(index), document.tokens[index].isWord,
            document.tokens[index].isCapitalised, document.paragraphOf[index] == document.paragraphOf[range.lowerBound]
        else { return false }
        return !document.tokens[index].shape.contains(.clitic)
            && !document.has(index, [.common, .role, .roleModifier, .title, .demonym, .weekday, .preposition])
    }
}
