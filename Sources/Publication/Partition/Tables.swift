import Digest
import Files
import Records
import Staging
import SystemPackage

/// All tables of a partition on their way into their files, with bounded memory.
struct Tables {
    private let articles: TableSpool<ArticleRow>
    private let texts: TableSpool<TextRow>
    private let quotes: TableSpool<QuoteRow>
    private let entities: TableSpool<EntityRow>
    private let citations: TableSpool<CitationRow>
    private let relations: TableSpool<RelationRow>
    private let quarantine: TableSpool<RefusalRow>
    private let clusters: GroupSpool<ClusterMember>
    private let quoteClusters: GroupSpool<UtteranceMember>

    /// - Parameter folder: where rows are spilled that do not fit into memory.
    init(in folder: FilePath) {
        articles = TableSpool(in: folder)
        texts = TableSpool(in: folder)
        quotes = TableSpool(in: folder)
        entities = TableSpool(in: folder)
        citations = TableSpool(in: folder)
        relations = TableSpool(in: folder)
        quarantine = TableSpool(in: folder)
        clusters = GroupSpool(in: folder)
        quoteClusters = GroupSpool(in: folder)
    }

    func add(_ annotated: AnnotatedArticle) throws {
        let text = ScalarOffsets(annotated.article.text)
        let join = ArticleJoin(annotated)
        let sha256 = SHA256.hex(text.utf8)
        try articles.add(ArticleRow(annotated, text: text, textSHA256: sha256))
        try texts.add(TextRow(annotated, sha256: sha256))
        for quote in annotated.quotes {
            let row = QuoteRow(quote, of: annotated, text: text)
            try quotes.add(row)
            if let member = UtteranceMember(row) { try quoteClusters.add(member) }
        }
        for entity in annotated.entities {
            for mention in entity.mentions {
                try entities.add(EntityRow(mention, of: entity, in: join, text: text))
            }
        }
        for citation in annotated.citations { try citations.add(CitationRow(citation, of: annotated)) }
        for relation in annotated.relations { try relations.add(RelationRow(relation)) }
        if let member = ClusterMember(annotated) { try clusters.add(member) }
    }

    func add(_ refusal: QuarantineRow) throws {
        try quarantine.add(RefusalRow(refusal))
    }

    /// Writes every table, also an empty one.
    func write(into folder: FilePath) throws -> [PublishedFile] {
        [
            try articles.write(into: folder),
            try texts.write(into: folder),
            try quotes.write(into: folder),
            try entities.write(into: folder),
            try citations.write(into: folder),
            try clusters.write(into: folder),
            try quoteClusters.write(into: folder),
            try relations.write(into: folder),
            try quarantine.write(into: folder),
        ]
    }
}
