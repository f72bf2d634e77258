import Digest
import Records

/// An article as comparison holds it. Its words lie in a common array.
struct ComparedArticle: Sendable {
    var id: String
    var version: String
    var outlet: OutletForms
    var url: String?
    var canonicalURL: String?
    var time: PublicationTime?
    /// Agencies and outlets that datelines and credit lines name, folded, each once.
    var credits: [String]
    /// Outlets that the text names as where something was reported, folded.
    var cited: [String]
    var words: Range<Int>
    /// What an earlier date decided of it, or of its version before.
    var settled: Settled?
    /// Whether another article of its id goes on in its place.
    var isRemoved = false
    /// Whether it is of an earlier date itself.
    var isEarlier = false

    struct Settled: Sendable {
        var cluster: String
        var isRepresentative: Bool
        var isCanonical: Bool
    }

    init(_ article: ComparableArticle, credits: [String], words: Range<Int>) {
        id = article.id
        version = article.version ?? Self.version(of: article.text)
        outlet = OutletForms(article.outlet)
        url = article.url
        canonicalURL = article.canonicalURL
        time = PublicationTime(
            at: article.publishedAt, on: article.publishedOn, precision: article.publishedPrecision)
        var seen: Set<String> = [""]
        self.credits = credits.map(OutletForms.folded).filter { seen.insert($0).inserted }
        cited = article.citations.map { OutletForms.folded($0.name) }.filter { seen.insert($0).inserted }
        self.words = words
    }

    init(
        id: String, version: String, outlet: OutletForms, url: String?, time: PublicationTime?, credits: [String],
        words: Range<Int>, settled: Settled
    ) {
        self.id = id
        self.version = version
        self.outlet = outlet
        self.url = url
        self.time = time
        self.credits = credits
        cited = []
        self.words = words
        self.settled = settled
        isEarlier = true
    }

    /// `v` and 12 hexadecimal digits of the text's SHA-256.
    static func version(of text: String) -> String { "v" + SHA256.hex(text).prefix(12) }

    /// What this article itself says about `other` being where its words come from.
    func names(_ other: ComparedArticle) -> CopyDirection.Basis? {
        if let canonicalURL, canonicalURL != url, canonicalURL == other.url { return .canonicalURL }
        guard outlet.key != other.outlet.key else { return nil }
        if credits.contains(where: other.outlet.isNamed) { return .creditLine }
        return cited.contains(where: other.outlet.isNamed) ? .citation : nil
    }
}
