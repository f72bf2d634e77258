import Records
import Staging

/// The words of an article that count in comparison.
struct ComparedWords {
    private(set) var words: [Word]
    /// For each, its number among all words of the article; empty where nothing is cut out.
    private var places: [UInt32] = []

    init(words: [Word]) { self.words = words }

    /// - Parameter record: an article's paragraphs, then its words.
    init(_ record: UnsafeRawBufferPointer, of entry: ArticleEntry, cutting boilerplate: BoilerplateTable) {
        let start = entry.wordsOffset - Int(entry.offset)
        func paragraph(_ index: Int) -> ParagraphEntry {
            record.loadUnaligned(fromByteOffset: 8 * index, as: ParagraphEntry.self)
        }
        let count = Int(entry.words)
        let paragraphs = 0..<Int(entry.paragraphs)
        guard paragraphs.contains(where: { boilerplate.contains(paragraph($0).hash) }) else {
            words = Self.words(record, at: start, count: count)
            return
        }
        words = []
        var first = 0
        for paragraph in paragraphs.lazy.map(paragraph) {
            let end = max(first, min(count, Int(paragraph.end)))
            if !boilerplate.contains(paragraph.hash) {
                words += Self.words(record, at: start + 4 * first, count: end - first)
                places += (first..<end).map { UInt32($0) }
            }
            first = end
        }
    }

    private static func words(_ record: UnsafeRawBufferPointer, at offset: Int, count: Int) -> [Word] {
        [Word](unsafeUninitializedCapacity: count) { words, filled in
            UnsafeMutableRawBufferPointer(words).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: record[offset..<offset + 4 * count]))
            filled = count
        }
    }

    var count: Int { words.count }

    /// The number of a word among all of the article.
    func place(_ word: Int) -> Int { places.isEmpty ? word : Int(places[word]) }

    /// The same of a stretch that is not empty.
    func range(_ words: Range<Int>) -> Range<Int> {
        words.isEmpty ? 0..<0 : place(words.lowerBound)..<place(words.upperBound - 1) + 1
    }
}

/// Rows of the index's own files.
enum Record {
    static func decode<R: JSONRecord>(_ bytes: [UInt8]) throws -> R {
        let decoded = bytes.withUnsafeBufferPointer { bytes -> Result<R, JSONError> in
            var reader = JSONReader(bytes)
            do throws(JSONError) { return .success(try R(json: &reader)) } catch { return .failure(error) }
        }
        do throws(JSONError) { return try decoded.get() } catch {
            throw StageFailure(.io, "the index holds a damaged record: \(error)")
        }
    }
}
