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
            line.newline()
            emit(line.bytes)
        case .text:
            var text = "\(event.level): \(event.message)"
            for (key, value) in fields where !value.description.isEmpty { text += " \(key)=\(value)" }
            // Control characters of a hostile page must not reach a terminal.
            emit(text.utf8.map { $0 < 0x20 || $0 == 0x7f ? UInt8(ascii: " ") : $0 } + [10])
        }
    }

    private func emit(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
