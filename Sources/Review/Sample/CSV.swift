/// Comma-separated values (RFC 4180).
enum CSV {
    /// One record. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    static func line(_ cells: [String]) -> String {
        cells.map { cell in
            let safe = isFormula(cell) ? "'" + cell : cell
            return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }.joined(separator: ",") + "\r\n"
    }

    /// Whether a spreadsheet may run a cell, white space and apostrophes in front of it passed over
    /// (https://owasp.org/www-community/attacks/CSV_Injection); full-width signs count too.
    static func isFormula(_ cell: String) -> Bool {
        let first = cell.unicodeScalars.first { $0 != "'" && !$0.properties.isWhitespace }
        return first.map { "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".unicodeScalars.contains($0) } ?? false
    }

    /// All records. Quotation marks need not be there; line ends may be LF or CRLF; a byte order mark is passed over.
    static func records(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        func finished(_ cell: [UInt8]) -> String {
            let text = String(decoding: cell, as: UTF8.self)
            return text.utf8.first == UInt8(ascii: "'") && isFormula(text) ? String(text.dropFirst()) : text
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted = true
            case UInt8(ascii: ","):
                record.append(finished(cell))
                cell = []
            case UInt8(ascii: "\r"): continue
            case UInt8(ascii: "\n"):
                record.append(finished(cell))
                if record != [""] { records.append(record) }
                record = []
                cell = []
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !record.isEmpty { records.append(record + [finished(cell)]) }
        return records
    }
}
