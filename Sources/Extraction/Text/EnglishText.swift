import Language

/// Whether a text of unknown language is in the language of the rules.
enum EnglishText {
    /// One word in five of running English is one of forty; other languages share few of them.
    static func isEnglish(_ document: Document) -> Bool {
        var words = 0
        var english = 0
        for index in document.tokens.indices where document.tokens[index].isWord {
            words += 1
            if document.has(index, .english) { english += 1 }
            if words == 2000 { break }
        }
        return english * 5 >= words && english > 0
    }
}
