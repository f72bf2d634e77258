import Hypertext

/// A picture with the numbers behind it: who cannot see the one reads the other.
struct Figure {
    /// Above the picture, in one line; null where the section's heading says it.
    var title: String? = nil
    /// How to read it: what is counted, and in which unit.
    var caption: String
    var table: DataTable

    func write(_ page: inout HTMLWriter, _ picture: (inout HTMLWriter) -> Void) {
        page.element("figure") { figure in
            if let title { figure.element("h3", text: title) }
            figure.element("figcaption", text: caption)
            picture(&figure)
            figure.element("details") { details in
                details.element("summary", text: "The numbers")
                table.write(&details)
            }
        }
    }
}

/// A table that scrolls by itself where it is wider than the page.
struct DataTable {
    struct Column {
        var title: String
        var isNumber = false

        static func text(_ title: String) -> Column { Column(title: title) }
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// For who does not see the heading above.
    var caption: String
    var columns: [Column]
    /// The first cell of a row is its heading.
    var rows: [[String]]
    /// What was left out, for a person; null where nothing was.
    var rest: String?

    func write(_ page: inout HTMLWriter) {
        page.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]) { frame in
            frame.element("table") { table in
                table.element("caption", text: caption)
                table.element("thead") { head in
                    head.element("tr") { row in
                        for column in columns {
                            row.element(
                                "th", ["scope": "col", "class": column.isNumber ? "n" : nil], text: column.title)
                        }
                    }
                }
                table.element("tbody") { body in
                    for cells in rows { body.element("tr") { write(cells, &$0) } }
                }
            }
        }
        if let rest { page.element("p", ["class": "note"], text: rest) }
    }

    private func write(_ cells: [String], _ row: inout HTMLWriter) {
        for (index, cell) in cells.enumerated() {
            let kind = columns[index].isNumber ? "n" : nil
            if index == 0 {
                row.element("th", ["scope": "row", "class": kind]) { $0.untrusted(cell) }
            } else {
                row.element("td", ["class": kind]) { $0.untrusted(cell) }
            }
        }
    }
}
