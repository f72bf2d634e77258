import Hypertext
import Staging

/// A sheet that a person has judged.
struct Sheet {
    struct Row {
        var id: String
        var outlet: String
        var type: String
        var probability: Double
        var judgement: Judgement?
    }

    enum Judgement: String {
        case yes
        case no
        case unsure
    }

    let kind: SampleKind
    let rows: [Row]

    /// - Throws: `StageFailure` that names the row where a column is missing or holds what it may not.
    init(_ bytes: [UInt8]) throws {
        let records = CSV.records(bytes)
        guard let header = records.first else { throw StageFailure(.usage, "the sheet is empty") }
        func column(_ name: String) throws -> Int {
            guard let index = header.firstIndex(of: name) else {
                throw StageFailure(.usage, "the sheet has no column \"\(name)\"; it begins with \(SampleRow.columns)")
            }
            return index
        }
        let (id, kind, outlet, type) = try (column("id"), column("kind"), column("outlet"), column("type"))
        let (probability, judgement) = try (column("inclusion_probability"), column("judgement"))
        var rows: [Row] = []
        var found: SampleKind?
        for (index, record) in records.enumerated().dropFirst() {
            func failure(_ what: String) -> StageFailure {
                StageFailure(.usage, plain("row \(index + 1) of the sheet: \(shortened(what, to: 300))"))
            }
            guard record.count == header.count else {
                throw failure("\(record.count) cells where the header has \(header.count)")
            }
            guard let chance = Double(record[probability]), chance > 0, chance <= 1 else {
                throw failure("expected an inclusion probability above 0 and up to 1, found \(record[probability])")
            }
            guard let rowKind = SampleKind(rawValue: record[kind]), found == nil || found == rowKind else {
                throw failure("expected one kind for all rows, found \(record[kind])")
            }
            found = rowKind
            let word = record[judgement].lowercased()
            guard word.isEmpty || Judgement(rawValue: word) != nil else {
                throw failure("expected yes, no, unsure or nothing as judgement, found \(record[judgement])")
            }
            rows.append(
                Row(
                    id: record[id], outlet: record[outlet], type: record[type], probability: chance,
                    judgement: Judgement(rawValue: word)))
        }
        guard let found else { throw StageFailure(.usage, "the sheet has no rows") }
        self.kind = found
        self.rows = rows
    }
}
