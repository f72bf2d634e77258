import Hypertext

/// `pipeline validate`: what a judged sample says of the whole output.
public struct Validation {
    private let sheet: Sheet
    /// What the system states of itself, by unit; empty where it states nothing.
    private let confidences: [String: Double]

    /// - Parameters:
    ///   - sheet: the bytes of the judged sheet.
    ///   - output: what it was drawn from; null where that is not at hand, and nothing can be said of confidences.
    /// - Throws: `StageFailure` where the sheet is none.
    public init(_ sheet: [UInt8], of output: OutputFolder?) throws {
        let sheet = try Sheet(sheet)
        self.sheet = sheet
        confidences = try output.map { try Self.confidences(of: sheet, in: $0) } ?? [:]
    }

    private static func confidences(of sheet: Sheet, in output: OutputFolder) throws -> [String: Double] {
        let wanted = Set(sheet.rows.map(\.id))
        var found: [String: Double] = [:]
        func collect<Unit: SampleUnit>(_ type: Unit.Type) throws {
            try output.each(of: sheet.kind) { (unit: Unit) in
                if wanted.contains(unit.unitID) { found[unit.unitID] = unit.confidence(sheet.kind) }
            }
        }
        if sheet.kind == .relations {
            try collect(PublishedRelation.self)
        } else {
            try collect(PublishedQuote.self)
        }
        return found
    }

    /// For a person, in lines.
    public var text: String {
        let judged = sheet.rows.filter { $0.judgement == .yes || $0.judgement == .no }
        let unsure = sheet.rows.filter { $0.judgement == .unsure }.count
        var lines = [
            "\(sheet.kind.rawValue): \(counted(sheet.rows.count, "row")), \(grouped(judged.count)) judged, "
                + "\(grouped(unsure)) unsure, \(grouped(sheet.rows.count - judged.count - unsure)) open"
        ]
        guard !judged.isEmpty else { return lines[0] + "\nNothing is judged yet.\n" }
        lines += ["", Self.head("precision"), Self.line("all", proportion(judged))]
        if unsure > 0 {
            let pessimistic = proportion(sheet.rows.filter { $0.judgement != nil })
            lines.append(Self.line("if the unsure were wrong", pessimistic))
        }
        for (title, key) in [("by outlet", \Sheet.Row.outlet), ("by type", \Sheet.Row.type)] {
            let groups = Dictionary(grouping: judged) { $0[keyPath: key] }
            guard groups.count > 1 else { continue }
            lines += ["", Self.head(title)]
            lines += groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(40).map {
                Self.line($0.key.isEmpty ? "unknown" : $0.key, proportion($0.value))
            }
        }
        lines += [""] + calibration(judged)
        return lines.joined(separator: "\n") + "\n"
    }

    private func proportion(_ rows: [Sheet.Row]) -> Proportion {
        var proportion = Proportion()
        for row in rows { proportion.add(row.judgement == .yes, probability: row.probability) }
        return proportion
    }

    /// How often the system is right where it states a confidence, against what it states.
    private func calibration(_ judged: [Sheet.Row]) -> [String] {
        let rows = judged.compactMap { row in confidences[row.id].map { (row: row, stated: $0) } }
        guard !rows.isEmpty else { return ["calibration: the output states no confidence for these rows"] }
        var lines = [Self.head("calibration: stated")]
        var error = 0.0
        var weights = 0.0
        for step in 0..<5 {
            let range = Double(step) / 5..<Double(step + 1) / 5
            let within = rows.filter { range.contains(min($0.stated, 0.999_999)) }
            guard !within.isEmpty else { continue }
            let weight = within.reduce(0) { $0 + 1 / $1.row.probability }
            let stated = within.reduce(0) { $0 + $1.stated / $1.row.probability } / weight
            let found = proportion(within.map(\.row))
            let label = "\(decimal(range.lowerBound))–\(decimal(range.upperBound)), mean \(decimal(stated))"
            lines.append(Self.line(label, found) + "  " + Self.bar(found.estimate ?? 0, stated: stated))
            error += weight * abs((found.estimate ?? 0) - stated)
            weights += weight
        }
        lines.append("mean difference of stated and found: \(decimal(error / weights, digits: 3))")
        return lines
    }

    /// Found as a bar, stated as a mark.
    private static func bar(_ found: Double, stated: Double) -> String {
        let columns = 30
        let mark = min(columns - 1, Int(stated * Double(columns)))
        return (0..<columns).map { $0 == mark ? "┃" : Double($0) < found * Double(columns) ? "█" : "·" }.joined()
    }

    private static func head(_ title: String) -> String {
        padded(title, 32) + "   share   95 % interval      rows"
    }

    private static func line(_ label: String, _ proportion: Proportion) -> String {
        guard let estimate = proportion.estimate, let interval = proportion.interval else { return label }
        func rate(_ value: Double) -> String { decimal(value * 100, digits: 1) + " %" }
        let range = "\(rate(interval.lowerBound)) to \(rate(interval.upperBound))"
        let count = grouped(proportion.count)
        return padded(plain(label), 32) + " " + aligned(rate(estimate), 7) + "   " + padded(range, 18)
            + aligned(count, 6)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        let cut = shortened(text, to: width)
        return cut + String(repeating: " ", count: max(0, width - cut.unicodeScalars.count))
    }

    private static func aligned(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
    }
}
