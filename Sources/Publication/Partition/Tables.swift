import Files
import Records
import Staging
import SystemPackage

/// All tables of a partition on their way into their files, with bounded memory.
///
/// Articles are added in the order of their ids. Tables whose rows belong to one article are written at once; those
/// whose rows gather from many are sorted first.
struct Tables {
    private let articles: TableFile
    private let texts: TableFile
    private let quotes: TableFile
    private let entities: TableFile
    private let citations: TableFile
    private let relations: TableSpool<RelationRow>
    private let quarantine: TableSpool<RefusalRow>
    private let clusters: GroupSpool<ClusterMember>
    private let quoteClusters: GroupSpool<UtteranceMember>
    private let coverage: CoverageLedger
    private let settings: WriteSettings

    /// The files of a partition, in the order in which run.json lists them.
    static let rows: [any TableRow.Type] = [
        ArticleRow.self, TextRow.self, QuoteRow.self, EntityRow.self, CitationRow.self, ClusterRow.self,
        QuoteClusterRow.self, RelationRow.self, CoverageRow.self, RefusalRow.self,
    ]

    /// - Parameters:
    ///   - folder: of the partition.
    ///   - spill: for rows that do not fit into memory.
    init(in folder: FilePath, spill: FilePath, _ settings: WriteSettings) throws {
        func file(_ row: any TableRow.Type) throws -> TableFile { try TableFile(row.table, in: folder, settings) }
        articles = try file(ArticleRow.self)
        texts = try file(TextRow.self)
        quotes = try file(QuoteRow.self)
        entities = try file(EntityRow.self)
        citations = try file(CitationRow.self)
        relations = TableSpool(in: spill)
        quarantine = TableSpool(in: spill)
        clusters = GroupSpool(in: spill)
        quoteClusters = GroupSpool(in: spill)
        coverage = CoverageLedger(in: spill)
        self.settings = settings
    }

    func add(_ article: ReadArticle) throws {
        try articles.append(ArticleRow(article))
        try texts.append(TextRow(article))
        for quote in article.row.quotes.inOrder(by: { ($0.quote.start, $0.quote.id) }) {
            let row = QuoteRow(quote, of: article)
            try quotes.append(row)
            if let member = UtteranceMember(row) { try add(member) }
        }
        let mentions = article.row.entities.flatMap { entity in
            let columns = Columns(EntityColumns(entity, in: article))
            return entity.mentions.map { (mention: $0, entity: columns) }
        }
        for (mention, entity) in mentions.inOrder(by: { ($0.mention.start, $0.entity.record.id) }) {
            try entities.append(EntityRow(mention, of: entity, text: article.text))
        }
        for citation in article.row.citations.inOrder(by: { ($0.start, $0.name) }) {
            try citations.append(CitationRow(citation, of: article))
        }
        for relation in article.row.relations { try relations.add(RelationRow(relation)) }
        if let member = ClusterMember(article.row) { try clusters.add(member) }
        try coverage.add(article.row)
        try add(article.row.earlier)
    }

    private func add(_ member: UtteranceMember) throws {
        var member = member
        member.redact(to: settings.texts)
        try quoteClusters.add(member)
    }

    private func add(_ earlier: EarlierMembers) throws {
        for article in earlier.articles { try clusters.add(ClusterMember(article)) }
        for quote in earlier.quotes { try add(UtteranceMember(quote)) }
        for alias in earlier.aliases { try clusters.add(ClusterMember(alias)) }
        for alias in earlier.quoteAliases { try quoteClusters.add(UtteranceMember(alias)) }
    }

    /// Adds a record that could not be published.
    func add(_ refusal: QuarantineRow) throws {
        try coverage.add(refusal, refused: false)
    }

    /// Adds what an earlier stage left behind. The first finds the pages.
    func add(_ stage: StageFolder, isFirst: Bool) throws {
        try stage.quarantined { try coverage.add($0, refused: isFirst) }
        try stage.skipped { try coverage.add($0) }
        if isFirst { try stage.pages { try coverage.add($0) } }
    }

    private func refuse(_ refusal: RefusalRow) throws {
        var row = refusal
        row.redact(to: settings.texts)
        try quarantine.add(row)
    }

    /// Writes every table, also an empty one, and makes it durable.
    func commit(into folder: FilePath) throws -> [PublishedFile] {
        func file<Row: TableRow>(_ row: Row.Type, _ fill: (TableFile) throws -> Void) throws -> PublishedFile {
            let file = try TableFile(Row.table, in: folder, settings)
            try fill(file)
            return try file.commit()
        }
        return [
            try articles.commit(), try texts.commit(), try quotes.commit(), try entities.commit(),
            try citations.commit(),
            try file(ClusterRow.self) { file in
                try clusters.drain { try file.append(ClusterMember.row(of: $0)) }
            },
            try file(QuoteClusterRow.self) { file in
                try quoteClusters.drain { try file.append(UtteranceMember.row(of: $0)) }
            },
            try file(RelationRow.self) { try relations.write($0) },
            try file(CoverageRow.self) { file in try coverage.drain(refusals: refuse) { try file.append($0) } },
            try file(RefusalRow.self) { try quarantine.write($0) },
        ]
    }
}

extension Array {
    /// By place, then by name, then as they came.
    fileprivate func inOrder(by key: (Element) -> (place: Int, name: String)) -> [Element] {
        let keys = map(key)
        return indices.sorted { one, other in
            if keys[one].place != keys[other].place { return keys[one].place < keys[other].place }
            let names = (keys[one].name.utf8, keys[other].name.utf8)
            return names.0.elementsEqual(names.1) ? one < other : names.0.lexicographicallyPrecedes(names.1)
        }.map { self[$0] }
    }
}
