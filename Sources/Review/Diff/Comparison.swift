import Hypertext
import SystemPackage

/// `pipeline diff`: what changed between two outputs, and why.
public struct Comparison {
    private var lines: [String] = []
    /// Whether anything does.
    public private(set) var differs = false

    /// Compares the partitions of each date that both have; two partitions that are named themselves, whatever their dates.
    public init(_ old: OutputFolder, _ new: OutputFolder) throws {
        if old.partitions == [old.path], new.partitions == [new.path] {
            try compare(old.path, new.path)
            return
        }
        func byDate(_ output: OutputFolder) -> [String: FilePath] {
            Dictionary(output.partitions.map { ($0.lastComponent?.string ?? "", $0) }, uniquingKeysWith: { $1 })
        }
        let (before, after) = (byDate(old), byDate(new))
        for date in Set(before.keys).union(after.keys).sorted() {
            switch (before[date], after[date]) {
            case (let one?, let other?):
                lines.append(date)
                try compare(one, other)
            case (nil, _):
                differs = true
                lines.append("\(date): only in \(new.path)")
            default:
                differs = true
                lines.append("\(date): only in \(old.path)")
            }
        }
    }

    /// For a person, in lines.
    public var text: String { lines.map { plain($0) + "\n" }.joined() }

    private mutating func compare(_ old: FilePath, _ new: FilePath) throws {
        let before = try RunFile(of: old)
        let after = try RunFile(of: new)
        if before.files.map(\.sha256) == after.files.map(\.sha256), before.files.map(\.path) == after.files.map(\.path)
        {
            lines.append("  the same files, byte for byte")
            return
        }
        differs = true
        let causes = Self.causes(before, after)
        lines += ["  causes:"]
        lines += causes.map { "    " + $0 }
        var changedPages: Set<String> = []
        var models = 0
        for key in TableKey.all {
            let difference = try TableDifference(key, from: old, to: new, changedPages: &changedPages)
            if key.table == "articles" {
                models = difference.fields["extraction_model"] ?? 0
                if !changedPages.isEmpty {
                    lines.append(
                        "    input: \(counted(changedPages.count, "article")) came, went or changed its raw page")
                }
                if models > 0 { lines.append("    model: \(counted(models, "article")) analysed by another") }
                if causes.isEmpty, changedPages.isEmpty, models == 0 {
                    lines.append("    none found: the same pages, versions and configuration should give the same rows")
                }
            }
            describe(difference)
        }
    }

    /// Versions and configurations that differ.
    private static func causes(_ before: RunFile, _ after: RunFile) -> [String] {
        var causes: [String] = []
        if before.schemaVersion != after.schemaVersion {
            causes.append("schema: \(before.schemaVersion) → \(after.schemaVersion)")
        }
        let known = Dictionary(before.stages.map { ($0.stage, $0) }, uniquingKeysWith: { $1 })
        for stage in after.stages {
            guard let old = known[stage.stage] else {
                causes.append("\(stage.stage): a stage that was not there")
                continue
            }
            if old.algorithmVersion != stage.algorithmVersion {
                causes.append("\(stage.stage): algorithm \(old.algorithmVersion) → \(stage.algorithmVersion)")
            }
            if old.configSHA256 != stage.configSHA256 { causes.append("\(stage.stage): another configuration") }
            if old.recordsIn != stage.recordsIn {
                causes.append("\(stage.stage): \(grouped(old.recordsIn)) → \(grouped(stage.recordsIn)) records in")
            }
        }
        for stage in before.stages where !after.stages.contains(where: { $0.stage == stage.stage }) {
            causes.append("\(stage.stage): a stage that is gone")
        }
        return causes
    }

    private mutating func describe(_ difference: TableDifference) {
        let name = difference.table.table
        guard !difference.isEmpty else { return }
        lines.append(
            "  \(name): \(grouped(difference.added)) added, \(grouped(difference.removed)) removed, "
                + "\(grouped(difference.changed)) changed")
        if difference.byInput > 0, name != "clusters", name != "quote_clusters" {
            lines.append("    of these, \(grouped(difference.byInput)) by another input")
        }
        let fields = difference.fields.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        if !fields.isEmpty {
            let shown = fields.prefix(8).map { "\($0.key) (\(grouped($0.value)))" }.joined(separator: ", ")
            lines.append("    changed keys: \(shown)\(fields.count > 8 ? ", …" : "")")
        }
        lines.append("    for example \(difference.examples.joined(separator: ", "))")
    }
}
