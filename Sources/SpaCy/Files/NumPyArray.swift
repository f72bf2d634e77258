/// A dense array of 32-bit little-endian floats in a file, as msgpack-numpy or NumPy's own format hold it.
struct NumPyArray {
    let shape: [Int]
    let file: MappedFile
    /// Where its bytes lie.
    let range: Range<Int>

    var count: Int { range.count / 4 }

    private init(_ file: MappedFile, _ shape: [Int], _ range: Range<Int>) throws(ModelError) {
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard size >= 0, !overflow, product <= file.count else { throw file.damaged("an array has no such shape") }
            count = product
        }
        guard range.count == count * 4 else { throw file.damaged("an array's bytes do not match its shape") }
        self.shape = shape
        self.file = file
        self.range = range
    }

    /// An array in MessagePack: `{nd, type, kind, shape, data}` with byte strings as keys (msgpack-numpy).
    init(_ value: MessagePack, in file: MappedFile) throws(ModelError) {
        func bytes(_ value: MessagePack) -> String? {
            value.string ?? value.binary.map { String(decoding: file.bytes[$0], as: UTF8.self) }
        }
        var shape: [Int]?
        var data: Range<Int>?
        var type: String?
        for (key, value) in value.map ?? [] {
            switch bytes(key) {
            case "shape":
                shape = []
                for size in value.array ?? [] {
                    guard let size = size.int else { throw file.damaged("an array has no such shape") }
                    shape?.append(size)
                }
            case "data": data = value.binary
            case "type": type = bytes(value)
            default: break
            }
        }
        guard let shape, let data, let type else { throw file.damaged("an array was expected") }
        guard type == "<f4" else { throw .unsupported("numbers of type \(type) in \(file.name)") }
        try self.init(file, shape, data)
    }

    /// A whole file in NumPy's format, versions 1 and 2
    /// (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
    init(npy file: MappedFile) throws(ModelError) {
        let bytes = file.bytes
        guard bytes.count >= 12, bytes[0..<6].elementsEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]) else {
            throw file.damaged("it is no NumPy array")
        }
        let short = bytes[6] == 1
        let length = Int(bytes[8]) | Int(bytes[9]) << 8 | (short ? 0 : Int(bytes[10]) << 16 | Int(bytes[11]) << 24)
        let start = (short ? 10 : 12) + length
        guard start <= bytes.count else { throw file.damaged("it ends too early") }
        let header = String(decoding: bytes[(short ? 10 : 12)..<start], as: UTF8.self).filter { $0 != " " }
        guard header.contains("'descr':'<f4'"), header.contains("'fortran_order':False") else {
            throw .unsupported("the array \(header) in \(file.name)")
        }
        guard let open = header.firstIndex(of: "("), let close = header.firstIndex(of: ")"), open < close else {
            throw file.damaged("an array has no shape")
        }
        let shape = header[open..<close].dropFirst().split(separator: ",").compactMap { Int($0) }
        try self.init(file, shape, start..<bytes.count)
    }

    subscript(index: Int) -> Float {
        let place = range.lowerBound + index * 4
        return Float(bitPattern: UInt32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }

    func floats() -> [Float] { (0..<count).map { self[$0] } }

    func checked(_ expected: [Int], _ what: String) throws(ModelError) -> NumPyArray {
        guard shape == expected else { throw file.damaged("\(what) has shape \(shape), not \(expected)") }
        return self
    }
}
