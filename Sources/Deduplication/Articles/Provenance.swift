import Records

/// An article's row with what follows from it, as pairs are judged by.
final class Provenance {
    let row: ArticleRow
    /// Joins the articles of one outlet; empty where none is known.
    let outletKey: String
    private lazy var forms = OutletForms(outlet).forms
    private let outlet: Outlet
    let time: PublicationTime?
    /// Agencies and outlets in credit lines, each once, folded and as printed.
    let credits: [(form: String, name: String)]
    private let cited: [String]

    init(_ row: ArticleRow) {
        self.row = row
        var outlet = Outlet()
        outlet.id = row.outletID
        outlet.name = row.outletName
        self.outlet = outlet
        outletKey = OutletForms.key(outlet) ?? ""
        time = PublicationTime(at: row.publishedAt, on: row.publishedOn, precision: row.publishedPrecision)
        guard !row.credits.isEmpty || !row.cited.isEmpty else {
            (credits, cited) = ([], [])
            return
        }
        var seen: Set<String> = [""]
        credits = row.credits.map { (OutletForms.folded($0), $0) }.filter { seen.insert($0.0).inserted }
        cited = row.cited.map(OutletForms.folded).filter { seen.insert($0).inserted }
    }

    /// What this article itself says about `other` being where its words come from.
    func names(_ other: Provenance) -> CopyDirection.Basis? {
        if let canonicalURL = row.canonicalURL, canonicalURL != row.url, canonicalURL == other.row.url {
            return .canonicalURL
        }
        guard outletKey != other.outletKey, !credits.isEmpty || !cited.isEmpty else { return nil }
        if credits.contains(where: { other.forms.contains($0.form) }) { return .creditLine }
        return cited.contains(where: other.forms.contains) ? .citation : nil
    }
}
