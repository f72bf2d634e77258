/// The Big5 decoder of the Encoding Standard, section 12.1.1.
func decodeBig5(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replacements: Int) {
    big5Cells.withUnsafeBufferPointer { cells in
        decodeDoubleByte(bytes, single: { $0 == 0x80 || $0 == 0xFF ? 0xFFFD : nil }) { lead, trail, output in
            let column: Int
            switch trail {
            case 0x40...0x7E: column = Int(trail) - 0x40
            case 0xA1...0xFE: column = Int(trail) - 0x62
            default: return 0xFFFD
            }
            guard lead >= firstLead else { return 0xFFFD }
            if lead == 0x88 {
                // The only characters of two code points: letters with a macron or a caron.
                switch trail {
                case 0x62, 0x64: output.append(0xCA)
                case 0xA3, 0xA5: output.append(0xEA)
                default: return cells[(Int(lead) - firstLead) * 157 + column]
                }
                return trail == 0x62 || trail == 0xA3 ? 0x304 : 0x30C
            }
            return cells[(Int(lead) - firstLead) * 157 + column]
        }
    }
}

private let firstLead = 0x87

private let big5Cells = indexCells(big5Rows, rows: 0xFF - firstLead, columns: 157)
