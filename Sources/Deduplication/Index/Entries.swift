/// An article in the table of a part, which stays in memory: 56 bytes, as they lie in the file.
struct ArticleEntry: BitwiseCopyable, Sendable {
    /// Of its id; the table ascends by it.
    var key: UInt64 = 0
    /// Of its version.
    var version: UInt64 = 0
    /// Of its record in the part's texts: paragraphs, words, text, row, one behind the other.
    var offset: UInt64 = 0
    /// Words of 4 bytes.
    var words: UInt32 = 0
    /// Paragraphs of 8 bytes.
    var paragraphs: UInt32 = 0
    /// Bytes of UTF-8.
    var text: UInt32 = 0
    /// Bytes.
    var row: UInt32 = 0
    /// A hash of the outlet, 0 where none is known.
    var outlet: UInt32 = 0
    var fingerprints: UInt32 = 0
    /// How many of the part's quotes are its own; they stand together.
    var quotes: UInt32 = 0
    /// 1 where the article names nobody whose words it might run.
    private var silent: UInt32 = 0

    var isSilent: Bool {
        get { silent == 1 }
        set { silent = newValue ? 1 : 0 }
    }

    var wordsOffset: Int { Int(offset) + 8 * Int(paragraphs) }
    var textOffset: Int { wordsOffset + 4 * Int(words) }
    var rowOffset: Int { textOffset + Int(text) }
    var size: Int { rowOffset + Int(row) - Int(offset) }
}

/// A paragraph in an article's record.
struct ParagraphEntry: BitwiseCopyable, Sendable {
    /// 0 where it can be no boilerplate.
    var hash: UInt32
    /// Behind its last word. It begins where the one before ends.
    var end: UInt32
}

/// A quote in the table of a part: 40 bytes.
struct QuoteEntry: BitwiseCopyable, Sendable {
    /// Of the article's id and its own.
    var key: UInt64 = 0
    /// Of its record in the part's utterances: words of 4 bytes, their places of 8 bytes, row.
    var offset: UInt64 = 0
    /// Number of the article in the part.
    var article: UInt32 = 0
    var words: UInt32 = 0
    /// Bytes.
    var row: UInt32 = 0
    /// The words of the article in which it stands.
    var start: UInt32 = 0
    var end: UInt32 = 0
    /// Among the quotes of its article.
    var index: UInt32 = 0

    var placesOffset: Int { Int(offset) + 4 * Int(words) }
    var rowOffset: Int { placesOffset + 8 * Int(words) }
    var size: Int { rowOffset + Int(row) - Int(offset) }
}
