/// The Shift_JIS decoder of the Encoding Standard, section 13.3.1.
func decodeShiftJIS(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replacements: Int) {
    jis0208Cells.withUnsafeBufferPointer { cells in
        decodeDoubleByte(
            bytes,
            single: { byte in
                switch byte {
                case 0x80: 0x80
                case 0xA1...0xDF: halfWidthKatakana(byte)
                case 0x81...0x9F, 0xE0...0xFC: nil
                default: 0xFFFD
                }
            },
            pair: { lead, trail, _ in
                guard (0x40...0xFC).contains(trail), trail != 0x7F else { return 0xFFFD }
                let row = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
                let pointer = row * 188 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
                if (8836...10715).contains(pointer) { return UInt32(0xE000 + pointer - 8836) }
                return pointer < cells.count ? cells[pointer] : 0xFFFD
            })
    }
}

/// Index jis0208 of the Encoding Standard.
let jis0208Cells = indexCells(jis0208Rows, rows: 120, columns: 94)

/// The half-width katakana that bytes A1 to DF stand for in JIS X 0201.
@inline(__always)
func halfWidthKatakana(_ byte: UInt8) -> UInt32 {
    0xFF61 + UInt32(byte) - 0xA1
}
