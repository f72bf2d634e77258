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
            -- its latest version, and what belongs to that. Times are UTC. Made from the definitions of the records.
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
        for row in Tables.rows { sql += current(row) }
        return Array(sql.utf8)
    }

    /// In bytes. DuckDB holds twice as much a thread.
    private static func largestRow(_ row: any TableRow.Type) -> Int {
        row == TextRow.self ? 64 << 20 : 16 << 20
    }

    /// The view of what holds today.
    private static func current(_ row: any TableRow.Type) -> String {
        guard case .object(let fields) = row.shape else { return "" }
        let times = fields.compactMap { field in
            JSONShape.format(of: field.key).map { format in
                "TRY_CAST(\"\(field.key)\" AS \(format == "date" ? "DATE" : "TIMESTAMP")) AS \"\(field.key)\""
            }
        }
        let columns = times.isEmpty ? "*" : "* REPLACE (\(times.joined(separator: ", ")))"
        let keys = fields.map(\.key)
        if row == ArticleRow.self {
            return """
                -- earliest and latest: the interval in which the article was published, by how exactly that is known.
                CREATE OR REPLACE TEMP VIEW articles AS
                SELECT *,
                    coalesce(published_at, published_on - INTERVAL 14 HOUR) AS earliest,
                    CASE WHEN published_at IS NULL THEN published_on + INTERVAL 36 HOUR
                         WHEN published_precision = 'second' THEN published_at + INTERVAL 1 SECOND
                         WHEN published_precision = 'minute' THEN published_at + INTERVAL 1 MINUTE
                         WHEN published_precision = 'month' THEN published_at + INTERVAL 31 DAY
                         ELSE published_at + INTERVAL 1 DAY END AS latest
                FROM (SELECT \(columns) FROM all_articles
                      QUALIFY row_number() OVER (PARTITION BY id ORDER BY date DESC, version DESC) = 1);


                """
        }
        let article = keys.contains("article_id") ? "article_id" : "id"
        if keys.contains("version") {
            return """
                CREATE OR REPLACE TEMP VIEW \(row.table) AS
                SELECT \(columns) FROM all_\(row.table) AS r
                SEMI JOIN articles AS a ON a.id = r.\(article) AND a.version = r.version AND a.date = r.date;


                """
        }
        guard !row.identity.isEmpty, row != CoverageRow.self else {
            return "CREATE OR REPLACE TEMP VIEW \(row.table) AS SELECT \(columns) FROM all_\(row.table);\n\n"
        }
        return """
            CREATE OR REPLACE TEMP VIEW \(row.table) AS
            SELECT \(columns) FROM all_\(row.table)
            QUALIFY row_number() OVER (PARTITION BY \(row.identity.joined(separator: ", ")) ORDER BY date DESC) = 1;


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
