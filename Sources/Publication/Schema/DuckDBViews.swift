import Records

/// `views.sql`: for DuckDB, every table over all partitions with the types of its keys, so that nothing is guessed, and
/// views of what holds today.
enum DuckDBViews {
    static func write() -> [UInt8] {
        var sql = """
            -- Typed views of all partitions, for DuckDB 1.2 or newer. From the folder that holds output/:
            --   duckdb -init queries/views.sql
            -- or, for another folder: duckdb -cmd "SET VARIABLE output = 'my-output'" -init queries/views.sql
            -- all_TABLE has every row as published, with the date of its partition; TABLE has what holds today: of an article
            -- its latest version, and what belongs to that, with the clusters as the latest date has them. Times are UTC.
            -- Made from the definitions of the records.
            SET VARIABLE output = coalesce(getvariable('output'), 'output');


            """
        for row in Tables.rows {
            guard case .object(let fields) = row.shape else { continue }
            let columns = fields.map { "\n        \"\($0.key)\": '\($0.shape.duckDBType)'" }.joined(separator: ",")
            sql += """
                CREATE OR REPLACE TEMP VIEW all_\(row.table) AS SELECT * FROM read_json(
                    getvariable('output') || '/date=*/\(row.table).jsonl*', format = 'newline_delimited',
                    hive_partitioning = true, hive_types = {'date': DATE}, maximum_object_size = \(largestRow(row)), columns = {\(columns)});


                """
        }
        sql += aliases
        // Articles ask clusters for their roles, and the other tables ask articles.
        let clusters: [any TableRow.Type] = [ClusterRow.self, QuoteClusterRow.self]
        let others = Tables.rows.filter { row in !clusters.contains { $0 == row } }
        for row in clusters + others { sql += current(row) }
        return Array(sql.utf8)
    }

    /// In bytes. DuckDB holds twice as much a thread.
    private static func largestRow(_ row: any TableRow.Type) -> Int {
        row == TextRow.self ? 64 << 20 : 16 << 20
    }

    /// Rows of earlier dates keep the ids of clusters that later dates joined to others, step by step.
    private static let aliases = """
        -- The cluster that goes on under the id of one that was joined to another.
        CREATE OR REPLACE TEMP VIEW aliases AS
        WITH RECURSIVE steps AS (
            SELECT id, alias_of FROM all_clusters WHERE alias_of IS NOT NULL
            UNION SELECT id, alias_of FROM all_quote_clusters WHERE alias_of IS NOT NULL),
        ways AS (
            SELECT id, alias_of FROM steps
            UNION SELECT w.id, s.alias_of FROM ways AS w JOIN steps AS s ON s.id = w.alias_of)
        SELECT id, min(alias_of) AS goes_on_as FROM ways ANTI JOIN steps AS s ON s.id = ways.alias_of GROUP BY id;


        """

    /// The view of what holds today.
    private static func current(_ row: any TableRow.Type) -> String {
        guard case .object(let fields) = row.shape else { return "" }
        let keys = fields.map(\.key)
        var replaced = fields.compactMap { field in
            JSONShape.format(of: field.key).map { format in
                "TRY_CAST(r.\"\(field.key)\" AS \(format == "date" ? "DATE" : "TIMESTAMP")) AS \"\(field.key)\""
            }
        }
        let hasCluster = keys.contains("cluster_id")
        if hasCluster { replaced.append("coalesce(s.goes_on_as, r.cluster_id) AS cluster_id") }
        let source =
            "all_\(row.table) AS r" + (hasCluster ? "\n    LEFT JOIN aliases AS s ON s.id = r.cluster_id" : "")
        let start = "CREATE OR REPLACE TEMP VIEW \(row.table) AS\n"
        var columns: String { replaced.isEmpty ? "r.*" : "r.* REPLACE (\(replaced.joined(separator: ", ")))" }
        if row == ArticleRow.self {
            return """
                -- earliest and latest: the interval in which the article was published, by how exactly that is known.
                \(start)SELECT a.* REPLACE (
                        CASE WHEN c.article_count = 1 THEN 'only' WHEN c.canonical_id = a.id THEN 'canonical'
                             WHEN c.id IS NOT NULL THEN 'copy' ELSE a.cluster_role END AS cluster_role),
                    coalesce(a.published_at, a.published_on - INTERVAL 14 HOUR) AS earliest,
                    CASE WHEN a.published_at IS NULL THEN a.published_on + INTERVAL 36 HOUR
                         WHEN a.published_precision = 'second' THEN a.published_at + INTERVAL 1 SECOND
                         WHEN a.published_precision = 'minute' THEN a.published_at + INTERVAL 1 MINUTE
                         WHEN a.published_precision = 'month' THEN a.published_at + INTERVAL 31 DAY
                         ELSE a.published_at + INTERVAL 1 DAY END AS latest
                FROM (SELECT \(columns) FROM \(source)
                      QUALIFY row_number() OVER (PARTITION BY r.id ORDER BY r.date DESC, r.version DESC) = 1) AS a
                LEFT JOIN clusters AS c ON c.id = a.cluster_id;


                """
        }
        if keys.contains("version") {
            let article = keys.contains("article_id") ? "article_id" : "id"
            if keys.contains("article_cluster_id") {
                replaced += ["a.cluster_id AS article_cluster_id", "a.cluster_role AS article_role"]
            }
            return """
                \(start)SELECT \(columns) FROM \(source)
                JOIN articles AS a ON a.id = r.\(article) AND a.version = r.version AND a.date = r.date;


                """
        }
        guard !row.identity.isEmpty, row != CoverageRow.self else {
            return "\(start)SELECT \(columns) FROM \(source);\n\n"
        }
        let identity = row.identity.map { "r.\($0)" }.joined(separator: ", ")
        let holds = keys.contains("alias_of") ? " AND r.alias_of IS NULL" : ""
        return """
            \(start)SELECT \(columns) FROM \(source)
            QUALIFY row_number() OVER (PARTITION BY \(identity) ORDER BY r.date DESC) = 1\(holds);


            """
    }
}

extension JSONShape {
    fileprivate var duckDBType: String {
        switch self {
        case .string, .word: "VARCHAR"
        case .integer: "BIGINT"
        case .number: "DOUBLE"
        case .boolean: "BOOLEAN"
        case .list(let element, _): element.duckDBType + "[]"
        case .object(let fields):
            "STRUCT(" + fields.map { "\"\($0.key)\" \($0.shape.duckDBType)" }.joined(separator: ", ") + ")"
        case .map(let value): "MAP(VARCHAR, \(value.duckDBType))"
        case .optional(let wrapped): wrapped.duckDBType
        case .foreign: "JSON"
        }
    }
}
