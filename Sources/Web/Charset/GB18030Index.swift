/// Index gb18030 of the Encoding Standard: lead bytes 81 to FE, and at each 190 trail bytes, 40 to FE without 7F.
///
/// Only GB 2312 and some symbols are tables. The unified ideographs that GB 2312 has not got follow in Unicode order
/// (regions 3 and 4 of GBK), and the user-defined areas are consecutive private use code points.
let gb18030Cells: [UInt32] = {
    var cells = [UInt32](repeating: 0xFFFD, count: 126 * 190)
    func place(_ scalar: UInt32, _ lead: Int, _ trail: Int) {
        cells[(lead - 0x81) * 190 + trail - (trail < 0x7F ? 0x40 : 0x41)] = scalar
    }

    let core = indexCells(gb2312Rows, rows: 87, columns: 94)
    for (index, scalar) in core.enumerated() { place(scalar, 0xA1 + index / 94, 0xA1 + index % 94) }
    for index in 0..<6 * 94 { place(UInt32(0xE000 + index), 0xAA + index / 94, 0xA1 + index % 94) }
    for index in 0..<7 * 94 { place(UInt32(0xE234 + index), 0xF8 + index / 94, 0xA1 + index % 94) }

    let lowerTrails = (0x40...0xA0).filter { $0 != 0x7F }
    for index in 0..<7 * 96 { place(UInt32(0xE4C6 + index), 0xA1 + index / 96, lowerTrails[index % 96]) }
    // An ideographic space by the Web's custom, where GB 18030 has U+E5E5.
    place(0x3000, 0xA3, 0xA0)
    for (index, scalar) in indexCells(gbkSymbols, rows: 2, columns: 96).enumerated() {
        place(scalar, 0xA8 + index / 96, lowerTrails[index % 96])
    }

    let listed = Set(core)
    var others = (0x4E00...0x9FA5).map(UInt32.init).filter { !listed.contains($0) }
    others += gbkTail.unicodeScalars.map(\.value)
    let region3 = 32 * 190
    for (index, scalar) in others.prefix(region3).enumerated() { cells[index] = scalar }
    for (index, scalar) in others.dropFirst(region3).enumerated() {
        place(scalar, 0xAA + index / 96, lowerTrails[index % 96])
    }
    return cells
}()

/// The code points of four-byte sequences below the supplementary planes: everything from U+0080 on that two bytes did not
/// stand for in GB 18030-2000, in order.
///
/// Later editions gave 19 code points two bytes, in place of private use ones, and left this order as it was, but for
/// U+E7C7, which changed places with U+1E3F in 2005.
let gb18030Remainder: [UInt16] = {
    var listed = [Bool](repeating: false, count: 0x1_0000)
    for scalar in gb18030Cells { listed[Int(scalar)] = true }
    for scalar in [0xFFFD, 0x1E3F] + Array(0xFE10...0xFE19) + Array(0x9FB4...0x9FBB) { listed[scalar] = false }
    for scalar in [0xE5E5, 0xE7C7, 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864] {
        listed[scalar] = true
    }
    for scalar in 0xE78D...0xE796 { listed[scalar] = true }
    for surrogate in 0xD800...0xDFFF { listed[surrogate] = true }
    return (0x80...0xFFFF).filter { !listed[$0] }.map { $0 == 0x1E3F ? 0xE7C7 : UInt16($0) }
}()
