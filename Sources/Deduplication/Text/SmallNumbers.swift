/// "three" compares as "3".
///
/// Of one table, which is never changed after it was made and never freed: every word is looked up in it.
struct SmallNumbers: @unchecked Sendable {
    /// By the high bits of the hash: the word in letters, then the number in digits.
    private let table: UnsafePointer<(letters: UInt32, digits: Word)>

    private static let shift: UInt32 = 32 - 10
    static let all = SmallNumbers()

    private init() {
        let table = UnsafeMutablePointer<(letters: UInt32, digits: Word)>.allocate(capacity: 1 << 10)
        table.initialize(repeating: (.max, Word(bits: 0)), count: 1 << 10)
        let names = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        for (number, name) in names.enumerated() {
            let letters = Self.word(name, isNumber: false).bits
            table[Int(letters >> Self.shift)] = (letters, Self.word(String(number), isNumber: true))
        }
        self.table = UnsafePointer(table)
    }

    private static func word(_ text: String, isNumber: Bool) -> Word {
        var hash = Word.Hash.Bytewise()
        for byte in text.utf8 { hash.add(byte) }
        return hash.word(isNumber: isNumber, isCapitalised: false)
    }

    /// The number that a word means, or the word.
    @inline(__always)
    func folded(_ word: Word) -> Word {
        let entry = table[Int(word.bits >> Self.shift)]
        return entry.letters == word.key ? entry.digits : word
    }
}
