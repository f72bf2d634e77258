/// Finds paragraphs that stand in several articles which otherwise have little in common: slogans, invitations to
/// subscribe, notes on standards. They say nothing about copying and do not count in comparison.
///
/// A paragraph of five words or more and few numbers is boilerplate where enough articles hold it and, of the pairs among
/// up to eight of them, most share less than half of what else the smaller one has. A paragraph of a story that many
/// outlets run is not: there the articles agree in more than that paragraph. What is found depends on the articles alone,
/// whichever dates brought them.
struct Boilerplate {
    /// What this run changed of that, ascending by hash.
    private(set) var changes: [Change] = []
    /// Earlier articles that hold a paragraph of which that changed.
    private(set) var affected: Set<Int> = []

    struct Change: BitwiseCopyable {
        var hash: UInt32
        /// 1 or 0.
        var isBoilerplate: UInt32
    }

    private static let leastWords = 5
    /// So many times as many articles must hold a paragraph with a number in it, which may be what an article reports.
    private static let timesWithNumber = 4
    private static let sample = 8
    private static let likeness = 0.5

    /// Labels and lines of figures, such as "Pay April 10", may be all that an article reports.
    static func mayBe(words: Int, numbers: Int) -> Bool { words >= leastWords && 5 * numbers < words }

    /// - Parameters:
    ///   - earlier: what earlier dates changed, oldest first.
    ///   - least: so many articles must hold a paragraph before anything is learnt of it.
    init(earlier: [Change], groups: inout GroupMerge, corpus: Corpus, least: Int) throws {
        var hashes = BoilerplateTable()
        for change in earlier {
            if change.isBoilerplate == 1 { hashes.insert(change.hash) } else { hashes.remove(change.hash) }
        }
        var samples = Samples(corpus)
        while try groups.next() {
            let hash = groups.hash
            let members = groups.numbers
            guard members.count >= least || hashes.contains(hash) else { continue }
            let isNow = try members.count >= least && Self.isBoilerplate(hash, members, least, &samples)
            if isNow != hashes.contains(hash) {
                changes.append(Change(hash: hash, isBoilerplate: isNow ? 1 : 0))
                for member in members where !corpus.isOwn(member) { affected.insert(member) }
                if isNow { hashes.insert(hash) } else { hashes.remove(hash) }
            }
        }
        corpus.cut(hashes)
    }

    private static func isBoilerplate(
        _ hash: UInt32, _ members: [Int], _ least: Int, _ samples: inout Samples
    ) throws -> Bool {
        // By key, so that the sample does not depend on the dates that brought the articles.
        let members =
            members.count > sample ? members.sorted { samples.key(of: $0) < samples.key(of: $1) } : members
        let step = max(1, members.count / sample)
        let chosen = stride(from: 0, to: members.count, by: step).prefix(sample).map { members[$0] }
        let own = try samples.paragraph(hash, of: chosen[0])
        if own.hasNumber, members.count < timesWithNumber * least { return false }
        let fingerprints = try chosen.map { try samples.fingerprints(of: $0) }
        let pairs = chosen.count * (chosen.count - 1) / 2
        var alike = 0
        var unlike = 0
        for index in chosen.indices {
            for other in 0..<index {
                if areAlike(fingerprints[index], fingerprints[other], own.fingerprints) {
                    alike += 1
                } else {
                    unlike += 1
                }
                if 2 * alike >= pairs { return false }
                if 2 * unlike > pairs { return true }
            }
        }
        // Of one article alone.
        return 2 * alike < pairs
    }

    /// Apart from `own` fingerprints, which the two are known to share.
    private static func areAlike(_ one: [UInt32], _ other: [UInt32], _ own: Int) -> Bool {
        var shared = 0
        var (i, j) = (0, 0)
        while i < one.count, j < other.count {
            if one[i] == other[j] {
                shared += 1
                i += 1
                j += 1
            } else if one[i] < other[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(shared - own) >= likeness * Double(min(one.count, other.count) - own)
    }

    /// Fingerprints of whole articles, those read last kept.
    private struct Samples {
        let corpus: Corpus
        var winnowing = Winnowing(.articles)
        var kept: [Int: [UInt32]] = [:]

        private static let most = 4096

        init(_ corpus: Corpus) { self.corpus = corpus }

        func key(of article: Int) -> UInt64 { corpus.articles[article].key }

        mutating func fingerprints(of article: Int) throws -> [UInt32] {
            if let kept = kept[article] { return kept }
            winnowing.sample(try corpus.words(of: article))
            let found = Self.distinct(winnowing.found)
            if kept.count == Self.most { kept.removeAll(keepingCapacity: true) }
            kept[article] = found
            return found
        }

        /// "One crown a week" is no figure.
        private static let one: Word = {
            var hash = Word.Hash.Bytewise()
            hash.add(UInt8(ascii: "1"))
            return hash.word(isNumber: true, isCapitalised: false)
        }()

        /// The number of fingerprints that a paragraph has by itself, and whether it holds a number.
        mutating func paragraph(
            _ hash: UInt32, of article: Int
        ) throws -> (fingerprints: Int, hasNumber: Bool) {
            let words = try corpus.words(of: article)
            var start = 0
            for paragraph in try corpus.paragraphs(of: article) {
                let end = max(start, min(words.count, Int(paragraph.end)))
                if paragraph.hash == hash {
                    words[start..<end].withUnsafeBufferPointer { winnowing.sample($0) }
                    return (
                        Self.distinct(winnowing.found).count,
                        words[start..<end].contains { $0.isNumber && $0 != Self.one }
                    )
                }
                start = end
            }
            return (0, false)
        }

        private static func distinct(_ fingerprints: [UInt32]) -> [UInt32] {
            var sorted = fingerprints.sorted()
            var last: UInt32?
            sorted.removeAll { hash in
                defer { last = hash }
                return hash == last
            }
            return sorted
        }
    }
}
