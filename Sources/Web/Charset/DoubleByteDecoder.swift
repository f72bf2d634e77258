/// What the decoders of Big5, EUC-KR and Shift_JIS share: ASCII stands for itself, a lead byte and its trail byte are
/// looked up, and a trail byte in ASCII that makes no character with its lead is read again by itself.
///
/// - Parameters:
///   - single: the code point of a byte from 80 on that stands alone, 0xFFFD if there is none, nil if it is a lead byte.
///   - pair: the code point of a lead and a trail byte, 0xFFFD if there is none.
@inline(__always)
func decodeDoubleByte(
    _ bytes: UnsafeBufferPointer<UInt8>,
    single: (UInt8) -> UInt32?,
    pair: (_ lead: UInt8, _ trail: UInt8, _ output: inout UTF8Output) -> UInt32
) -> (utf8: [UInt8], replacements: Int) {
    var output = UTF8Output(capacity: bytes.count + bytes.count / 2)
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
        if let scalar = single(lead) {
            if scalar == 0xFFFD { output.appendReplacement() } else { output.append(scalar) }
            continue
        }
        guard index < bytes.count else {
            output.appendReplacement()
            break
        }
        let trail = bytes[index]
        let scalar = pair(lead, trail, &output)
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
