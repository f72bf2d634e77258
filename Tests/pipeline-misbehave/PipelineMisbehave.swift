import ArgumentParser
import Glibc
import Records
import Staging

/// Passes rows on, except those whose id asks for trouble.
struct MisbehaveStage: MapStage {
    typealias Reader = RowReader

    struct Configuration: Settings {
        mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {}
    }

    static let name = "misbehave"
    static let algorithmVersion = "1"
    static let abstract = "Crash, hang or eat memory on demand."

    init(configuration: Configuration) {}

    mutating func process(_ row: Row, into writer: inout JSONWriter) throws(Refusal) -> Outcome {
        let id = (try? row.decode("id", as: String.self)) ?? nil
        switch id {
        case "crash": kill(getpid(), SIGSEGV)
        case "fail": exit(74)
        case "hang": while true { sleep(1) }
        case "memory":
            var hoard: [[UInt8]] = []
            while true { hoard.append([UInt8](repeating: 1, count: 1 << 20)) }
        case "refuse": throw Refusal("unwilling", "asked to refuse")
        case "skip": return .skipped("asked")
        default: break
        }
        writer.beginObject()
        row.writeFields(&writer)
        writer.endObject()
        return .written
    }
}

@main enum PipelineMisbehave {
    static func main() { MapProgram<MisbehaveStage>.main() }
}
