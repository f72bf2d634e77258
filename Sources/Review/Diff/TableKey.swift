/// How the rows of a table are told apart: those that agree in `group` stand together, in ascending order; within a group
/// `place` names a row.
struct TableKey {
    let table: String
    let group: [String]
    let place: [String]

    static let all = [
        TableKey(table: "articles", group: ["id"], place: []),
        TableKey(table: "quotes", group: ["article_id"], place: ["start", "end"]),
        TableKey(table: "entities", group: ["article_id"], place: ["start", "end"]),
        TableKey(table: "citations", group: ["article_id"], place: ["start", "end", "cue_start"]),
        TableKey(table: "clusters", group: ["id"], place: []),
        TableKey(table: "quote_clusters", group: ["id"], place: []),
        TableKey(table: "relations", group: ["from_id"], place: ["to_id", "kind"]),
        TableKey(table: "coverage", group: ["outlet_id"], place: ["outlet_name", "day"]),
        TableKey(table: "quarantine", group: ["stage", "source"], place: ["reason"]),
    ]
}
