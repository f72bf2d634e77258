import Files
import FoundationEssentials
import Markup
import Normalization
import SystemPackage
import Web

/// A page with its right text, and for each of its segments whether it belongs to that text and how much it counts.
struct TrainingPage {
    let id: String
    let url: String?
    let path: FilePath
    let gold: String
    let examples: BlockExamples
    private(set) var labels: [Bool] = []
    private(set) var weights: [Double] = []

    private struct PageRow: Decodable {
        var id: String
        var url: String?
        var path: String
    }

    private struct GoldRow: Decodable {
        var id: String
        var text: String?
    }

    /// Reads all pages that have a text; those that normalize refuses are left out.
    static func read(pages: FilePath, gold: FilePath) throws -> [TrainingPage] {
        var texts: [String: String] = [:]
        for row in try rows(of: gold, as: GoldRow.self) { texts[row.id] = row.text }
        var normalizer = PageNormalizer()
        return try rows(of: pages, as: PageRow.self).compactMap { row in
            guard let text = texts[row.id], !text.isEmpty else { return nil }
            let path = FilePath(row.path).resolved(from: pages.parent)
            let html = DecodedText(page: try path.readBytes(limit: 64 << 20)).utf8
            let examples: BlockExamples
            do throws(MarkupError) {
                examples = try html.examples(&normalizer, url: row.url)
            } catch {
                return nil
            }
            return TrainingPage(id: row.id, url: row.url, path: path, gold: text, examples: examples)
        }
    }

    private static func rows<Value: Decodable>(of file: FilePath, as type: Value.Type) throws -> [Value] {
        let decoder = JSONDecoder()
        return try file.readBytes().split(separator: 0x0a).map { try decoder.decode(type, from: Data($0)) }
    }

    private init(id: String, url: String?, path: FilePath, gold: String, examples: BlockExamples) {
        self.id = id
        self.url = url
        self.path = path
        self.gold = gold
        self.examples = examples
        label()
    }

    /// A segment is the text's where more than half of its four-word runs stand in it; a shorter one, where it is a
    /// line of it, as often as it is. It counts by its words against those of the text, as they do in the score.
    private mutating func label() {
        let reference = Words.of(gold)
        let runs = (1...4).map { length in Set(Words.runs(reference, length)) }
        var lines: [[String]: Int] = [:]
        for line in gold.split(separator: "\n") { lines[Words.of(String(line)), default: 0] += 1 }
        var used: [[String]: Int] = [:]
        var counts: [Int] = []
        for text in examples.texts {
            let words = Words.of(text)
            counts.append(words.count)
            let times = used[words] ?? 0
            let own = Words.runs(words, min(4, max(1, words.count)))
            let found = own.count { runs[min(4, max(1, words.count)) - 1].contains($0) }
            let isText: Bool
            if words.count < 4 {
                let isInside = words.count == 3 && found > 0 && times == 0
                isText = !words.isEmpty && (lines[words] ?? 0 > times || isInside)
            } else {
                isText = found * 2 > own.count && times < max(1, lines[words] ?? 0)
            }
            if isText { used[words] = times + 1 }
            labels.append(isText)
        }
        let total = zip(labels, counts).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
        weights = counts.map { Double(min($0, 150)) / Double(max(total, 100)) * 100 + 0.05 }
    }

    /// The part of the evaluation that the page's domain falls into.
    func fold(of count: Int) -> Int {
        let domain = url.flatMap { WebURL($0)?.registrableDomain } ?? id
        return Int(domain.utf8.reduce(5381) { ($0 &* 33) ^ UInt64($1) } % UInt64(count))
    }

    /// How well normalize reads the page.
    func score(_ normalizer: inout PageNormalizer) throws -> PageScore {
        let html = DecodedText(page: try path.readBytes(limit: 64 << 20)).utf8
        let text = try html.text(&normalizer, url: url)
        return PageScore(id: id, gold: gold, text: text)
    }
}

extension [UInt8] {
    fileprivate func examples(_ normalizer: inout PageNormalizer, url: String?) throws(MarkupError) -> BlockExamples {
        var result: Result<BlockExamples, MarkupError> = .failure(.parser(code: 0))
        withUnsafeBufferPointer { bytes in
            do throws(MarkupError) {
                result = .success(try normalizer.examples(html: bytes, url: url))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    fileprivate func text(_ normalizer: inout PageNormalizer, url: String?) throws -> String {
        try withUnsafeBufferPointer { try normalizer.normalize(html: $0, url: url).text }
    }
}

extension BinnedRows {
    /// The segments of all pages.
    init(_ pages: [TrainingPage]) {
        self.init(
            width: pages.first { $0.examples.width > 0 }?.examples.width ?? 0, values: pages.flatMap(\.examples.rows),
            labels: pages.flatMap(\.labels), weights: pages.flatMap(\.weights))
    }
}
