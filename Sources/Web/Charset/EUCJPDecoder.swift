/// The EUC-JP decoder of the Encoding Standard, section 13.1.1.
func decodeEUCJP(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replacements: Int) {
    var output = UTF8Output(capacity: bytes.count + bytes.count / 2)
    var index = 0
    while index < bytes.count {
        var lead = bytes[index]
        if lead < 0x80 {
            let end = endOfASCII(bytes, from: index)
            output.append(bytes[index..<end])
            index = end
            continue
        }
        index += 1
        guard lead == 0x8E || lead == 0x8F || isGraphic(lead) else {
            output.appendReplacement()
            continue
        }
        var cells = jis0208Cells
        if lead == 0x8F, index < bytes.count, isGraphic(bytes[index]) {
            lead = bytes[index]
            cells = jis0212Cells
            index += 1
        }
        guard index < bytes.count else {
            output.appendReplacement()
            break
        }
        let trail = bytes[index]
        var scalar: UInt32 = 0xFFFD
        if lead == 0x8E, (0xA1...0xDF).contains(trail) {
            scalar = halfWidthKatakana(trail)
        } else if isGraphic(lead), isGraphic(trail) {
            scalar = cells[(Int(lead) - 0xA1) * 94 + Int(trail) - 0xA1]
        }
        if scalar != 0xFFFD {
            output.append(scalar)
            index += 1
        } else {
            output.appendReplacement()
            if trail >= 0x80 { index += 1 }
        }
    }
    return (output.bytes, output.replacements)
}

private func isGraphic(_ byte: UInt8) -> Bool {
    (0xA1...0xFE).contains(byte)
}

private let jis0212Cells = indexCells(jis0212Rows, rows: 94, columns: 94)
