import Files
import Publication
import Testing

@Suite struct SortedSpoolTests {
    /// With and without spilling, and with more runs than are merged at once.
    @Test(arguments: [1 << 20, 4096, 100, 1])
    func sorts(limit: Int) throws {
        let folder = try TemporaryFolder()
        let spool = SortedSpool(in: folder.path, named: "rows", limit: limit)
        let pairs = (0..<300).map { (word: "w\($0 * 7919 % 97)", number: $0 * 104_729 % 301 - 150) }
        for (word, number) in pairs {
            try spool.add(SortKey().then(word).then(number), Array("\(word) \(number)".utf8))
        }
        var drained: [String] = []
        try spool.drain { drained.append(String(decoding: $1, as: UTF8.self)) }
        let expected = pairs.sorted { ($0.word, $0.number) < ($1.word, $1.number) }.map { "\($0.word) \($0.number)" }
        #expect(drained == expected)
        #expect(try folder.path.names().isEmpty)
    }

    @Test func equalKeysComeByTheirRows() throws {
        let folder = try TemporaryFolder()
        for order in [["b", "", "a"], ["a", "b", ""]] {
            let spool = SortedSpool(in: folder.path, named: "rows", limit: 1)
            for row in order { try spool.add(SortKey().then("k"), Array(row.utf8)) }
            var drained: [String] = []
            try spool.drain { drained.append(String(decoding: $1, as: UTF8.self)) }
            #expect(drained == ["", "a", "b"])
        }
    }
}
