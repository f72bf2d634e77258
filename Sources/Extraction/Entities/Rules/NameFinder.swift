import Language
import Outlets
import Records

/// Finds runs of capitalised words that name something.
struct NameFinder {
    let document: Document
    let outlets: OutletTable
    private(set) var names: [Name] = []
    /// Words seen in small letters, and words seen with a capital where none was due.
    private(set) var lower: Set<WordHash> = []
    private var capital: Set<WordHash> = []

    init(document: Document, outlets: OutletTable) {
        self.document = document
        self.outlets = outlets
        for paragraph in document.paragraphs where !paragraph.isTitleCase {
            for sentence in paragraph.sentences {
                let range = document.sentences[sentence]
                for index in range where document.tokens[index].isWord {
                    if !document.tokens[index].isCapitalised {
                        lower.insert(document.tokens[index].hash)
                    } else if !isInitial(index, in: range) {
                        capital.insert(document.tokens[index].hash)
                    }
                }
            }
        }
    }

    mutating func find() -> [Name] {
        for paragraph in document.paragraphs {
            for sentence in paragraph.sentences {
                read(document.sentences[sentence], titleCase: paragraph.isTitleCase)
            }
        }
        return names
    }

    /// Whether a capital is due here anyway.
    private func isInitial(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard index > sentence.lowerBound else { return true }
        let before = document.tokens[index - 1]
        return before.kind == .quote || document.sign(index - 1, ":")
            || document.isDash(index - 1) && index < sentence.lowerBound + 3
    }

    private mutating func read(_ sentence: Range<Int>, titleCase: Bool) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            index = step(index, in: sentence, titleCase: titleCase)
        }
    }

    /// Reads what begins at a token and returns the index behind it.
    private mutating func step(_ index: Int, in sentence: Range<Int>, titleCase: Bool) -> Int {
        let token = document.tokens[index]
        guard token.isWord, token.isCapitalised else { return index + 1 }
        let run = run(from: index, before: sentence.upperBound)
        if let match = outlets.match(document.tokens, at: index), namesOutlet(index, match.count, run) {
            let skipsArticle = document.has(index, .article) && !match.outlet.name.hasPrefix("The ")
            names.append(
                Name(
                    range: index + (skipsArticle ? 1 : 0)..<index + match.count, type: .outlet, evidence: .table,
                    canonical: match.outlet.name, source: "outlet \(match.outlet.id)"))
            return index + match.count
        }
        if let place = place(at: index, run) { return place }
        if isCompound(index) {
            names.append(Name(range: index..<index + 1, type: .other, evidence: .shape))
            return index + 1
        }
        if document.has(index, .common), !isNameStart(index, run) { return index + 1 }
        if document.has(index, [.weekday, .month]), !document.has(index, .anyFirstName) || run.count < 2 {
            return index + 1
        }
        if titleCase { return inTitle(index, run) }
        let classifier = NameClassifier(document: document, lower: lower, capital: capital)
        names.append(contentsOf: classifier.classify(run, isInitial: isInitial(index, in: sentence)))
        return run.upperBound
    }

    /// In a title capitals tell nothing: only given names with what follows, once seen in the text.
    private mutating func inTitle(_ index: Int, _ run: Range<Int>) -> Int {
        let isGiven =
            run.count > 1 && document.has(index, .anyFirstName) && !document.has(index, .common)
            && !document.has(index + 1, [.common, .cue]) && !lower.contains(document.tokens[index + 1].hash)
        guard isGiven || capital.contains(document.tokens[index].hash) && !lower.contains(document.tokens[index].hash)
        else {
            return index + 1
        }
        if isGiven {
            let classifier = NameClassifier(document: document, lower: lower, capital: capital)
            names.append(contentsOf: classifier.classify(index..<min(run.upperBound, index + 2), isInitial: false))
            return min(run.upperBound, index + 2)
        }
        var end = index + 1
        while end < run.upperBound, capital.contains(document.tokens[end].hash),
            !lower.contains(document.tokens[end].hash)
        {
            end += 1
        }
        let classifier = NameClassifier(document: document, lower: lower, capital: capital)
        names.append(contentsOf: classifier.classify(index..<end, isInitial: false))
        return end
    }

    private func isNameStart(_ index: Int, _ run: Range<Int>) -> Bool {
        run.count > 1 && document.has(index, .anyFirstName) && !document.has(index, [.preposition, .determiner])
    }

    /// The words of one outlet must all be capitalised as its name is, and no longer name may hold them.
    private func namesOutlet(_ index: Int, _ count: Int, _ run: Range<Int>) -> Bool {
        let first = document.has(index, .article) ? index + 1 : index
        guard first < index + count, document.tokens[first].isCapitalised else { return false }
        let end = index + count
        if run.upperBound > end, document.tokens[end].isCapitalised {
            // "Bloomberg News" but not "Time Warner"; "CNN President Smith" stays an outlet.
            return count > 1 || document.tokens[first].shape.contains(.allUpper)
                || document.has(end, [.role, .roleModifier])
        }
        guard count == 1 else { return true }
        if document.tokens[first].shape.contains(.allUpper) { return !isShouted(first) }
        // One word that may be any word, such as "Time".
        return !lower.contains(document.tokens[first].hash) && !document.has(first, .common)
    }

    /// Whether a word stands among words all in capitals.
    private func isShouted(_ index: Int) -> Bool {
        func isUpper(_ index: Int) -> Bool {
            document.tokens.indices.contains(index) && document.tokens[index].shape.contains(.allUpper)
        }
        return isUpper(index - 1) || isUpper(index + 1)
    }

    /// A place or a people that is no part of a longer name.
    private mutating func place(at index: Int, _ run: Range<Int>) -> Int? {
        let places = document.lexicon.places
        guard document.has(index, [.place, .demonym]), !isPartOfRegion(index),
            let match = places.match(document.tokens, at: index, before: run.upperBound)
        else { return nil }
        let end = index + match.count
        // "us" the pronoun in capitals, "Nice" the adjective.
        let isWhole = end == run.upperBound
        let beforeRole = !isWhole && document.has(end, [.role, .roleModifier, .anyFirstName, .title])
        let beforeOffice =
            !isWhole
            && !run.dropFirst(match.count).contains {
                document.has($0, [.organisation, .outletName, .placeNoun, .eventNoun])
            }
        guard isWhole || beforeRole || (match.type == .other || match.country != nil) && beforeOffice else {
            return nil
        }
        names.append(
            Name(
                range: index..<end, type: match.type, evidence: .table, country: match.country,
                canonical: match.canonical, source: match.line))
        return end
    }

    /// "England" of "New England", "Korea" of "North Korea", where the table does not have the longer name.
    private func isPartOfRegion(_ index: Int) -> Bool {
        index > 0 && document.tokens[index - 1].isCapitalised && Self.regions.contains(document.tokens[index - 1].hash)
            && document.tokens[index].shape.contains(.spaceBefore)
    }

    private static let regions = Set(["new", "north", "south", "east", "west"].map { WordHash($0) })

    /// Capitalised words in a row, with the small words that names join them by.
    private func run(from start: Int, before end: Int) -> Range<Int> {
        var index = start + 1
        while index < end {
            let token = document.tokens[index]
            if token.isWord, token.isCapitalised, !token.shape.contains(.clitic) {
                // "Theresa May" is a name, "Monday May" is not.
                guard
                    !document.has(index, [.weekday, .month])
                        || document.has(index - 1, .anyFirstName) && !document.has(index, .weekday)
                else { break }
                guard !isCompound(index) else { break }
                index += 1
            } else if let next = joined(at: index, start: start, before: end) {
                index = next
            } else {
                break
            }
        }
        return start..<index
    }

    /// "Berlin-based": a name made into an adjective.
    private func isCompound(_ index: Int) -> Bool {
        let token = document.tokens[index]
        guard token.shape.contains(.hasLower) else { return false }
        let bytes = document.text[token.range]
        guard let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")), hyphen > bytes.startIndex else { return false }
        return Self.compounds.contains(Array(bytes[(hyphen + 1)...]))
    }

    private static let compounds = Set(
        [
            "based", "born", "led", "backed", "owned", "run", "controlled", "made", "listed", "speaking", "held",
            "style",
            "era", "occupied", "powered", "registered", "flagged", "trained", "funded", "brokered", "built",
        ].map { Array($0.utf8) })

    /// Where the run goes on behind a sign or a small word at `index`.
    private func joined(at index: Int, start: Int, before end: Int) -> Int? {
        let next = index + 1
        guard next < end, document.tokens[next].isWord, document.tokens[next].isCapitalised else {
            return particles(at: index, before: end)
        }
        let before = document.tokens[index - 1]
        if document.sign(index, ".") {
            // "Mr. Smith", "John F. Kennedy", "Sen. Cruz".
            let isInitial = before.end - before.start == 1
            return isInitial || document.has(index - 1, .title) || document.isWord(index - 1, Self.saint) ? next : nil
        }
        if document.sign(index, "&") { return next }
        if document.has(index, .nameParticle), !document.has(index - 1, .common) { return next }
        if document.isWord(index, Word.of), takesOf(index - 1) { return next }
        if document.isWord(index, Word.for), document.has(index - 1, .organisation) { return next }
        return nil
    }

    /// "van der Bellen", "Council of the Littoral States".
    private func particles(at index: Int, before end: Int) -> Int? {
        let next = index + 2
        guard next < end, document.tokens[next].isCapitalised else { return nil }
        if document.has(index, .nameParticle), document.has(index + 1, .nameParticle) { return next }
        if document.isWord(index, Word.of), document.isWord(index + 1, Word.the), takesOf(index - 1) { return next }
        return nil
    }

    private static let saint = WordHash("st")
    private static let headsOf = Set(
        [
            "states", "republic", "house", "kingdom", "bank", "state", "university", "court", "isle", "gulf", "bay",
            "cape",
        ]
        .map { WordHash($0) })

    private func takesOf(_ index: Int) -> Bool {
        document.has(index, .organisation) || Self.headsOf.contains(document.tokens[index].hash)
    }
}
