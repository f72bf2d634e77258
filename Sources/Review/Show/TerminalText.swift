import Hypertext

/// Text for a terminal. What comes from outside passes through `plain`, so that no control or direction mark of a page
/// reaches the terminal; only the marks that are written here do.
struct TerminalText {
    enum Mark {
        /// A quote's words.
        case quote
        case speaker
        case cue
        case heading
        case faint
    }

    private(set) var text = ""
    /// Whether escape sequences (ECMA-48, SGR) are wanted; brackets stand for them elsewhere.
    let isColoured: Bool
    /// Columns.
    let width: Int
    private var column = 0

    init(isColoured: Bool, width: Int) {
        self.isColoured = isColoured
        self.width = max(40, min(width, 120))
    }

    mutating func line(_ words: String = "", _ mark: Mark? = nil) {
        put(words, mark)
        newline()
    }

    /// A name and its value, indented alike.
    mutating func field(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        let gap = String(repeating: " ", count: max(1, 16 - name.unicodeScalars.count))
        put("  \(name)\(gap)", .faint)
        wrap([(value, nil)], indent: 18)
    }

    /// Runs of text one after the other, broken at spaces.
    mutating func wrap(_ runs: [(text: String, mark: Mark?)], indent: Int) {
        let margin = String(repeating: " ", count: indent)
        if column < indent { put(String(repeating: " ", count: indent - column), nil) }
        for (text, mark) in runs {
            var isFirst = true
            for word in plain(text).split(separator: " ", omittingEmptySubsequences: false) {
                let length = word.unicodeScalars.count
                let needsSpace = !isFirst
                if column + length + (needsSpace ? 1 : 0) > width, column > indent {
                    if isColoured, !isFirst { end(mark) }
                    newline()
                    self.text += margin
                    column = indent
                    if isColoured, !isFirst { begin(mark) }
                } else if needsSpace {
                    self.text += " "
                    column += 1
                }
                if isFirst { begin(mark) }
                self.text += word
                column += length
                isFirst = false
            }
            end(mark)
        }
        newline()
    }

    mutating func newline() {
        text += "\n"
        column = 0
    }

    private mutating func put(_ words: String, _ mark: Mark?) {
        let safe = plain(words)
        begin(mark)
        text += safe
        column += safe.unicodeScalars.count
        end(mark)
    }

    private mutating func begin(_ mark: Mark?) {
        guard let mark else { return }
        guard isColoured else {
            if mark == .quote { text += "⟦" }
            return
        }
        switch mark {
        case .quote: text += "\u{1b}[1;7m"
        case .speaker: text += "\u{1b}[1;36m"
        case .cue: text += "\u{1b}[3;33m"
        case .heading: text += "\u{1b}[1m"
        case .faint: text += "\u{1b}[2m"
        }
    }

    private mutating func end(_ mark: Mark?) {
        guard let mark else { return }
        if isColoured { text += "\u{1b}[0m" } else if mark == .quote { text += "⟧" }
    }
}
