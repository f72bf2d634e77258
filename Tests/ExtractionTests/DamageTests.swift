import Extraction
import Files
import Glibc
import Records
import SystemPackage
import TestSupport
import Testing

/// No text is lost, whatever happened to its quotation marks.
struct DamageTests {
    private static let marks: [Unicode.Scalar] = [
        "\"", "“", "”", "‘", "’", "'", "„", "«", "»", ",", ".", ":", "\n", " ",
    ]

    private static let texts: [String] = {
        let folder = FilePath("\(#filePath)").removingLastComponent().appending("Cases")
        let files = ((try? folder.filesBelow()) ?? []).filter { $0.extension == "txt" }.sorted { $0.string < $1.string }
        return files.compactMap { try? String(decoding: $0.readBytes(), as: UTF8.self) }
    }()

    /// Eight times this many texts; PIPELINE_DAMAGED_TEXTS sets another number.
    private static let rounds = getenv("PIPELINE_DAMAGED_TEXTS").flatMap { Int(String(cString: $0)) } ?? 150

    @Test(arguments: 0..<8)
    func damagedTextsKeepTheRules(seed: Int) throws {
        try #require(!Self.texts.isEmpty)
        var random = SeededGenerator(seed: UInt64(seed) &* 0x1000 &+ 1)
        let extractor = Extractor()
        for round in 0..<Self.rounds {
            let text = Self.damage(Self.texts[(round + seed) % Self.texts.count], &random)
            let extraction = extractor.extract(text: text, language: "en")
            let faults = extraction.faults(in: text)
            #expect(faults.isEmpty, "\(faults.prefix(3)) in \(text.debugDescription)")
        }
    }

    /// Drops, doubles, swaps and moves marks, shuffles words, and cuts anywhere.
    private static func damage(_ text: String, _ random: inout SeededGenerator) -> String {
        var scalars = Array(text.unicodeScalars)
        func place(_ random: inout SeededGenerator) -> Int { Int.random(in: 0..<max(1, scalars.count), using: &random) }
        for _ in 0..<Int.random(in: 1...40, using: &random) where !scalars.isEmpty {
            let isMark = { (index: Int) in marks.contains(scalars[index]) }
            let start = place(&random)
            let index = (start..<scalars.count).first(where: isMark) ?? start
            switch Int.random(in: 0..<6, using: &random) {
            case 0: scalars.remove(at: index)
            case 1: scalars.insert(scalars[index], at: index)
            case 2: scalars[index] = marks[Int.random(in: 0..<marks.count, using: &random)]
            case 3: scalars.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: place(&random))
            case 4: scalars.swapAt(index, place(&random))
            default:
                let end = min(scalars.count, index + Int.random(in: 1...30, using: &random))
                scalars.insert(contentsOf: Array(scalars[index..<end]), at: place(&random))
            }
        }
        let from = Int.random(in: 0...3, using: &random) == 0 ? place(&random) : 0
        let to = Int.random(in: 0...1, using: &random) == 0 ? place(&random) : scalars.count
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[min(from, to)..<max(from, to)])
        return String(view)
    }

    /// A cost that grows with the square of the length would take minutes here.
    @Test(arguments: [
        "\"", "\" ", "said ", "Smith said, ", "“ a ", "' a ", "Smith ", "according to ", "a, ", "(a ", "who said that ",
        "his view that ", "He said this.\n", "x y, CNN said.\n", "Council of ", "\"a\" ", "Smith's ", "a.b.", "- ",
        "She said x is y. ", "x, citing ", "We said we like it. ", "The president of ",
    ])
    func hostileRepetitionIsLinear(piece: String) {
        let text = "President Mary Smith. " + String(repeating: piece, count: 200_000 / piece.utf8.count)
        #expect(Extractor().extract(text: text, language: "en").faults(in: text) == [])
    }
}
