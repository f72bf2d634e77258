import Digest
import Records

/// An article with what its rows share: its text by scalars, its entities by id.
struct ReadArticle {
    let row: AnnotatedArticle
    let text: ScalarOffsets
    let textSHA256: String
    let join: Columns<ArticleJoin>
    private let entities: [String: Int]

    init(_ row: AnnotatedArticle) {
        self.row = row
        text = ScalarOffsets(utf8: row.text.utf8)
        textSHA256 = SHA256.hex(text.utf8)
        join = Columns(ArticleJoin(row))
        entities = Dictionary(row.entities.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// The entity with an id, such as a quote's speaker.
    func entity(_ id: String?) -> Entity? {
        id.flatMap { entities[$0] }.map { row.entities[$0] }
    }
}
