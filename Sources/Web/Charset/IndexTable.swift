/// Unpacks an index of the Encoding Standard from the lines of text that this folder keeps it in: `rows` rows of `columns`
/// cells, U+FFFD where a cell is empty.
func indexCells(_ text: String, rows: Int, columns: Int) -> [UInt32] {
    var cells = [UInt32](repeating: 0xFFFD, count: rows * columns)
    var row = 0
    var column = 0
    for scalar in text.unicodeScalars {
        if scalar == "\n" {
            row += 1
            column = 0
        } else {
            cells[row * columns + column] = scalar.value
            column += 1
        }
    }
    return cells
}
