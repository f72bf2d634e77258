/// The EUC-KR decoder of the Encoding Standard, section 14.1.1, which is that of Windows code page 949.
func decodeEUCKR(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replacements: Int) {
    eucKRCells.withUnsafeBufferPointer { cells in
        decodeDoubleByte(bytes, single: { $0 == 0x80 || $0 == 0xFF ? 0xFFFD : nil }) { lead, trail, _ in
            guard (0x41...0xFE).contains(trail) else { return 0xFFFD }
            return cells[(Int(lead) - 0x81) * 190 + Int(trail) - 0x41]
        }
    }
}

/// Index euc-kr of the Encoding Standard: KS X 1001, and around it the other modern Hangul syllables in Unicode order at
/// trail bytes that are letters or above 80.
private let eucKRCells: [UInt32] = {
    let core = indexCells(ksx1001Rows, rows: 94, columns: 94)
    var cells = [UInt32](repeating: 0xFFFD, count: 126 * 190)
    for row in 0..<94 {
        for column in 0..<94 {
            cells[(row + 0x20) * 190 + column + 0x60] = core[row * 94 + column]
        }
    }
    let listed = Set(core)
    var others = (0xAC00...0xD7A3).lazy.map(UInt32.init).filter { !listed.contains($0) }.makeIterator()
    for lead in 0x81...0xC6 {
        for trail in 0x41...(lead <= 0xA0 ? 0xFE : 0xA0) where !(0x5B...0x60 ~= trail || 0x7B...0x80 ~= trail) {
            guard let syllable = others.next() else { return cells }
            cells[(lead - 0x81) * 190 + trail - 0x41] = syllable
        }
    }
    return cells
}()
