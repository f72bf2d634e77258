import Glibc
public import Logging
import Records

/// Structured log lines on standard error; standard output carries data only.
public enum Log {
    public static let stage = Logger(label: "pipeline")

    public enum Format: String, CaseIterable, Sendable {
        case text
        case json
    }

    /// Sets the format for the whole process; called once, before the first line.
    public static func start(_ format: Format) {
        LoggingSystem.bootstrap { _ in StandardErrorLog(format: format) }
    }
}

private struct StandardErrorLog: LogHandler {
    let format: Log.Format
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        var line = JSONWriter()
        switch format {
        case .json:
            line.beginObject()
            line.key("level")
            line.write(event.level.rawValue)
            line.key("message")
            line.write(event.message.description)
            for (key, value) in fields {
                line.key(key)
                line.write(value.description)
            }
            line.endObject()
            emit(harmless(String(decoding: line.bytes, as: UTF8.self)) + [10])
        case .text:
            var text = "\(event.level): \(event.message)"
            for (key, value) in fields where !value.description.isEmpty { text += " \(key)=\(value)" }
            emit(harmless(text) + [10])
        }
    }

    /// Controls and marks of direction of a hostile page must not reach a terminal or a log.
    private func harmless(_ text: String) -> [UInt8] {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: result.append(" ")
            default: result.append(scalar)
            }
        }
        return Array(String(result).utf8)
    }

    private func emit(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
