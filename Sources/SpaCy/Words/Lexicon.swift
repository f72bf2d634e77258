/// The forms that tokens take, numbered. A form is a word, or a word with the norm that an exception of the tokenizer
/// gave it. The first forms, those of the exceptions, stay; the others are forgotten when there are too many.
struct Lexicon {
    private var table = ByteTable(minimumCapacity: 16_384)
    private var flags: [UInt8] = []
    /// The form of the same word without a norm of its own.
    private(set) var bases: [Int32] = []
    private var permanentCount = 0

    private static let limit = 1 << 16
    private static let byteLimit = 4 << 20
    private static let isSpace: UInt8 = 1
    private static let startsPhrase: UInt8 = 2

    var count: Int { bases.count }

    func isSpace(_ form: Int32) -> Bool { flags[Int(form)] & Self.isSpace != 0 }

    /// Whether an exception that is looked for among tokens begins with this word.
    @inline(__always) func startsPhrase(_ form: Int32) -> Bool { flags[Int(form)] & Self.startsPhrase != 0 }

    mutating func markPhraseStart(_ form: Int32) { flags[Int(form)] |= Self.startsPhrase }

    mutating func form(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
        let number = table.insert(word)
        if number == count { add(word, base: Int32(number)) }
        return Int32(number)
    }

    /// The form of a word with a norm of its own.
    mutating func form(_ word: [UInt8], norm: [UInt8]) -> Int32 {
        let base = word.withUnsafeBufferPointer { form($0) }
        // No UTF-8 has the byte 0xff.
        let key = word + [0xff] + norm
        let number = key.withUnsafeBufferPointer { table.insert($0) }
        if number == count { word.withUnsafeBufferPointer { add($0, base: base) } }
        return Int32(number)
    }

    private mutating func add(_ word: UnsafeBufferPointer<UInt8>, base: Int32) {
        var index = 0
        var isSpace = !word.isEmpty
        while isSpace, index < word.count {
            let (scalar, length) = Scalars.scalar(word, at: index)
            isSpace = UnicodeClasses.isSpace(scalar)
            index += length
        }
        bases.append(base)
        flags.append((isSpace ? Self.isSpace : 0) | (flags.indices.contains(Int(base)) ? flags[Int(base)] : 0))
    }

    /// A form's word, and its own norm if it has one.
    func withWord<Value>(
        _ form: Int32, _ body: (UnsafeBufferPointer<UInt8>, _ norm: UnsafeBufferPointer<UInt8>?) -> Value
    ) -> Value {
        table.withBytes(Int(form)) { bytes in
            guard bases[Int(form)] != form, let mark = bytes.firstIndex(of: 0xff) else { return body(bytes, nil) }
            return body(
                UnsafeBufferPointer(rebasing: bytes[..<mark]), UnsafeBufferPointer(rebasing: bytes[(mark + 1)...]))
        }
    }

    /// Makes the forms so far the ones that stay.
    mutating func seal() { permanentCount = count }

    /// Forgets, where there are too many, all forms but those that stay.
    mutating func trim() -> Bool {
        guard count > Self.limit || table.byteCount > Self.byteLimit else { return false }
        table.truncate(to: permanentCount)
        bases.removeLast(count - permanentCount)
        flags.removeLast(flags.count - permanentCount)
        return true
    }
}
