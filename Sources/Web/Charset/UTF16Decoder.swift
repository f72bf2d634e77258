/// The shared UTF-16 decoder of the Encoding Standard, section 14.2.
func decodeUTF16(_ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool) -> (utf8: [UInt8], replacements: Int) {
    var output = UTF8Output(capacity: bytes.count)
    let units = bytes.count / 2
    func unit(_ index: Int) -> UInt32 {
        let first = UInt32(bytes[2 * index])
        let second = UInt32(bytes[2 * index + 1])
        return bigEndian ? first << 8 | second : second << 8 | first
    }
    var index = 0
    var endsInsideScalar = bytes.count % 2 != 0
    while index < units {
        let high = unit(index)
        index += 1
        switch high {
        case 0xD800...0xDBFF:
            if index < units, case let low = unit(index), low & 0xFC00 == 0xDC00 {
                output.append(0x1_0000 + (high & 0x3FF) << 10 + low & 0x3FF)
                index += 1
            } else if index < units {
                output.appendReplacement()
            } else {
                endsInsideScalar = true
            }
        case 0xDC00...0xDFFF: output.appendReplacement()
        default: output.append(high)
        }
    }
    if endsInsideScalar { output.appendReplacement() }
    return (output.bytes, output.replacements)
}
