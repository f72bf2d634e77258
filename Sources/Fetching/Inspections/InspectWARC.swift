import Archive
import ArgumentParser
import Logging
import Records
import Staging

/// `inspect warc`: the records of an archive, a line each.
struct InspectWARC: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warc", abstract: "The records of WARC and ARC files, one JSON line each.")

    @Argument(help: "Archives, gzipped or not; - is standard input, where it is a file.") var files: [String]

    func run() throws {
        try ending {
            var output = InspectedOutput()
            for file in files {
                do {
                    try Self.inspect(file, &output)
                } catch let error as FileReadError {
                    throw StageFailure(.io, error.description)
                }
            }
            try output.flush()
        }
    }

    /// Defects are told, and refuse a file of which nothing can be read.
    private static func inspect(_ file: String, _ output: inout InspectedOutput) throws {
        var reader = try WARCReader(path: file == "-" ? "/dev/stdin" : file)
        var records = 0
        var defects = 0
        while let item = try reader.next() {
            switch item {
            case .record(let record):
                records += 1
                try output.line { write(record, &$0) }
                if let defect = record.defect { tell(defect, of: file) }
            case .defect(let defect):
                defects += 1
                tell(defect, of: file)
            }
        }
        guard records > 0 || defects == 0 else {
            try output.flush()
            throw StageFailure(.refused, "\(file): no record can be read")
        }
    }

    private static func write(_ record: WARCRecord, _ writer: inout JSONWriter) {
        writer.key("offset")
        writer.write(record.offset)
        writer.key("length")
        writer.write(record.length)
        writer.field("type", record.type)
        writer.field("uri", record.targetURI)
        writer.field("date", record.date)
        writer.key("status")
        record.httpStatus.write(json: &writer)
    }

    private static func tell(_ defect: WARCDefect, of file: String) {
        Log.stage.warning("\(file): \(defect.reason.rawValue) at \(defect.offset): \(defect.detail)")
    }
}
