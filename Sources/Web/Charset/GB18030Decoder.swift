/// The gb18030 decoder of the Encoding Standard, section 10.2.1, which is the GBK decoder too.
func decodeGB18030(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replacements: Int) {
    var output = UTF8Output(capacity: bytes.count + bytes.count / 2)
    let cells = gb18030Cells
    var index = 0
    while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
            let end = endOfASCII(bytes, from: index)
            output.append(bytes[index..<end])
            index = end
            continue
        }
        index += 1
        if lead == 0x80 {
            output.append(0x20AC)
            continue
        }
        guard lead != 0xFF else {
            output.appendReplacement()
            continue
        }
        guard index < bytes.count else {
            output.appendReplacement()
            break
        }
        let second = bytes[index]
        if isASCIIDigit(second) {
            switch fourBytes(bytes, from: index - 1) {
            case .scalar(let scalar):
                output.append(scalar)
                index += 3
            case .unassigned:
                output.appendReplacement()
                index += 3
            case .cutOff:
                output.appendReplacement()
                index = bytes.count
            case .malformed:
                output.appendReplacement()
            }
            continue
        }
        var scalar: UInt32 = 0xFFFD
        if second >= 0x40, second != 0x7F, second != 0xFF {
            scalar = cells[(Int(lead) - 0x81) * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)]
        }
        if scalar != 0xFFFD {
            output.append(scalar)
            index += 1
        } else {
            output.appendReplacement()
            if second >= 0x80 { index += 1 }
        }
    }
    return (output.bytes, output.replacements)
}

private enum FourBytes {
    case scalar(UInt32)
    case unassigned, cutOff, malformed
}

/// A sequence of a lead byte, a digit, a lead byte and a digit, of which the first two are there.
private func fourBytes(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> FourBytes {
    guard start + 2 < bytes.count else { return .cutOff }
    guard (0x81...0xFE).contains(bytes[start + 2]) else { return .malformed }
    guard start + 3 < bytes.count else { return .cutOff }
    guard isASCIIDigit(bytes[start + 3]) else { return .malformed }
    let high = (Int(bytes[start]) - 0x81) * 10 + Int(bytes[start + 1]) - 0x30
    let pointer = (high * 126 + Int(bytes[start + 2]) - 0x81) * 10 + Int(bytes[start + 3]) - 0x30
    if pointer < gb18030Remainder.count { return .scalar(UInt32(gb18030Remainder[pointer])) }
    if (189_000...1_237_575).contains(pointer) { return .scalar(UInt32(0x1_0000 + pointer - 189_000)) }
    return .unassigned
}
