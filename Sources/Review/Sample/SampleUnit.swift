import Digest
import Records
import SystemPackage

/// One thing that may be drawn: a quote or a relation.
protocol SampleUnit: JSONRecord {
    /// What tells which of several rows holds.
    associatedtype Latest: ReplaceableRow
    func isLatest(_ latest: LatestRows<Latest>, in partition: FilePath) -> Bool
    /// `ARTICLE/QUOTE` or `FROM/TO/KIND`.
    var unitID: String { get }
    var unitOutlet: String { get }
    var unitType: String { get }
    /// Whether a question of this kind can be asked of it.
    func belongs(to kind: SampleKind) -> Bool
    /// Null where the system states none.
    func confidence(_ kind: SampleKind) -> Double?
}

extension PublishedQuote: SampleUnit {
    func isLatest(_ latest: LatestRows<ArticleHead>, in partition: FilePath) -> Bool {
        latest.hold([articleID], version: version, in: partition)
    }

    var unitID: String { id }
    var unitOutlet: String { outlet }
    var unitType: String { type }

    func belongs(to kind: SampleKind) -> Bool {
        switch kind {
        case .quotes: true
        case .speakers: speakerName != nil
        case .chains: reportedBy != nil
        case .relations: false
        }
    }

    func confidence(_ kind: SampleKind) -> Double? {
        switch kind {
        case .quotes: confidence.span
        case .speakers: confidence.speaker
        case .chains: confidence.chain
        case .relations: nil
        }
    }
}

extension PublishedRelation: SampleUnit {
    func isLatest(_ latest: LatestRows<PublishedRelation>, in partition: FilePath) -> Bool {
        latest.hold(identity, in: partition)
    }

    var unitID: String { identity.joined(separator: "/") }
    /// Relations lie between outlets.
    var unitOutlet: String { "" }
    var unitType: String { kind }

    func belongs(to kind: SampleKind) -> Bool { kind == .relations }
    func confidence(_ kind: SampleKind) -> Double? { coverage }
}

extension SampleUnit {
    /// What the unit is drawn with: the same for all units that agree in it.
    func stratum(_ kind: SampleKind, by stratifiers: [Stratifier]) -> String {
        stratifiers.map { stratifier in
            switch stratifier {
            case .outlet: return unitOutlet
            case .type: return unitType
            case .confidence:
                guard let value = confidence(kind) else { return "none" }
                return value < 0.5 ? "low" : value < 0.8 ? "middle" : "high"
            }
        }.joined(separator: "\u{1f}")
    }

    /// A number that the unit keeps whatever lies beside it: the least in a stratum are drawn.
    func lot(seed: Int) -> String { SHA256.hex("\(seed) \(unitID)") }
}

extension OutputFolder {
    /// Hands on what a question of a kind can be asked of; of several versions the latest.
    func each<Unit: SampleUnit>(of kind: SampleKind, as type: Unit.Type = Unit.self, _ take: (Unit) -> Void) throws {
        let latest = try LatestRows<Unit.Latest>(of: self)
        try each(kind.table) { (unit: Unit, partition) in
            if unit.belongs(to: kind), unit.isLatest(latest, in: partition) { take(unit) }
        }
    }
}
