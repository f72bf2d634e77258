/// JSON with a line for each key and element, two spaces a level, for files that people read and compare.
func indented(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    func startLine() { result += [10] + [UInt8](repeating: UInt8(ascii: " "), count: 2 * depth) }
    for (index, byte) in json.enumerated() {
        if isInString {
            result.append(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            continue
        }
        let isEmpty = index + 1 < json.count && [UInt8(ascii: "}"), UInt8(ascii: "]")].contains(json[index + 1])
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            result.append(byte)
            depth += 1
            if !isEmpty { startLine() }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if index > 0, ![UInt8(ascii: "{"), UInt8(ascii: "[")].contains(json[index - 1]) { startLine() }
            result.append(byte)
        case UInt8(ascii: ","):
            result.append(byte)
            startLine()
        case UInt8(ascii: ":"): result += [byte, UInt8(ascii: " ")]
        default:
            isInString = byte == UInt8(ascii: "\"")
            result.append(byte)
        }
    }
    return result
}
