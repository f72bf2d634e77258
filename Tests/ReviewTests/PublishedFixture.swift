import Files
import Review
import SystemPackage
import TestSupport

/// An output that lasts as long as its folder.
struct Published {
    let output: OutputFolder
    let folder: TemporaryFolder
}

/// A small output, written by hand.
struct PublishedFixture {
    let folder: TemporaryFolder
    /// As in quotes.jsonl, one a quote.
    var confidences: [Double?] = []
    var stageVersion = "1"
    var configuration = "c0ffee"
    var pageDigest = "aa"
    var speaker = "Mårten Holt"
    /// As JSON has it, without quotation marks.
    var title = "The bridge"
    /// Stands behind each value that comes from pages.
    var suffix = ""

    static let text = "The council met.\nMårten Holt said the bridge was safe. He added: “No doubt.”"

    init(quotes: Int = 1) throws {
        folder = try TemporaryFolder()
        confidences = Array(repeating: nil, count: quotes)
    }

    func write(_ name: String = "output/date=2026-03-09") throws -> Published {
        let articles = max(1, (confidences.count + 1) / 2)
        var tables: [String: [String]] = [:]
        tables["articles"] = (0..<articles).map { number in
            """
            {"id":"a\(1000 + number)","version":"v1","outlet_id":"o\(number % 3)","outlet_name":\(json("Outlet \(number % 3)")),"title":"\(title)","authors":[\(json("Ann Reporter"))],\
            "canonical_url":\(json("javascript:alert(1)")),\
            "published_at":"2026-03-09T08:00:00Z","published_raw":\(json("today")),"published_from":"byline","published_precision":"minute",\
            "extraction_model":"m1","cluster_id":"c1","cluster_role":"\(number == 0 ? "canonical" : "copy")","cluster_reason":\(json("earliest")),\
            "source_kind":"warc","source_path":\(json("crawl.warc.gz")),"source_offset":4096,"source_length":321,"source_sha256":"\(pageDigest)"}
            """
        }
        tables["texts"] = (0..<articles).map { number in
            """
            {"id":"a\(1000 + number)","version":"v1","text":\(json(Self.text)),"blocks":[\
            {"kind":"paragraph","start":0,"end":16,"path":"html/p[1]"},{"kind":"paragraph","start":17,"end":76,"path":\(json("html/p[2]"))}]}
            """
        }
        tables["quotes"] = confidences.enumerated().map { number, confidence in
            """
            {"quote_id":"q\(number % 2 + 1)","article_id":"a\(1000 + number / 2)","version":"v1","outlet_id":"o\(number / 2 % 3)",\
            "outlet_name":\(json("Outlet \(number / 2 % 3)")),"published_at":"2026-03-09T08:00:00Z","type":"\(number % 2 == 0 ? "indirect" : "direct")",\
            "text":\(json("the bridge was safe")),"start":\(34 + number % 2),"end":\(suffix.isEmpty ? 53 : 200),"spans":[[34,\(suffix.isEmpty ? 53 : 200)]],"cue_lemma":"say","cue_kind":"says",\
            "cue_start":29,"cue_end":33,"speaker_name":\(json(speaker)),"speaker_kind":"person","speaker_key":"person/marten-holt",\
            "speaker_entity":"e1","reported_by":\(json("The Ledger")),"speaker_text":\(json("Mårten Holt")),"speaker_start":17,"speaker_end":28,"speaker_how":"explicit",\
            "chain":[{"role":"publisher","name":"Outlet"},{"role":"reported_by","name":\(json("The Ledger"))},{"role":"source","name":"Mårten Holt"}],\
            "confidence_span":\(confidence.map { "\($0)" } ?? "null"),"cluster_id":"k1","in_copied_passage":false}
            """
        }
        tables["entities"] = [
            #"{"entity_id":"e1","article_id":"a1000","version":"v1","name":\#(json("Mårten Holt")),"mention":\#(json("Mårten Holt")),"start":17,"end":28,"label":"PER","rule":"full_name"}"#
        ]
        tables["clusters"] = [
            """
            {"id":"c1","canonical_id":"a1000","canonical_reason":\(json("earliest")),"title":\(json("The bridge")),"article_count":\(articles),\
            "article_ids":[\((0..<articles).map { "\"a\(1000 + $0)\"" }.joined(separator: ","))]}
            """
        ]
        tables["quote_clusters"] = [
            """
            {"id":"k1","text":\(json("the bridge was safe")),"speaker_name":\(json(speaker)),"speaker_names":[\(json(speaker))],\
            "quote_count":1,"article_count":1,"first_published_at":"2026-03-09T08:00:00Z","first_outlet_name":\(json("Outlet"))}
            """
        ]
        tables["relations"] = [
            #"{"from_id":"a1000","to_id":"a1001","kind":"near","direction":"forward","basis":\#(json("time")),"coverage":0.9}"#
        ]
        for (table, rows) in tables {
            try folder.write("\(name)/\(table).jsonl", rows.map { $0 + "\n" }.joined())
        }
        let files = tables.keys.sorted().map { #"{"path":"\#($0).jsonl","sha256":"\#(tables[$0].hashKey)"}"# }
        try folder.write(
            "\(name)/run.json",
            #"{"schema_version":"1.0.0","date":"2026-03-09","stages":[{"stage":"extract","algorithm_version":"\#(stageVersion)","config_sha256":"\#(configuration)","records_in":1,"records_out":1}],"files":["#
                + files.joined(separator: ",") + "]}\n")
        return Published(output: try OutputFolder(folder.path.pushing(FilePath(name))), folder: folder)
    }

    private func json(_ text: String) -> String { Self.json(text + suffix) }

    static func json(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            let needsEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            let digits = String(scalar.value, radix: 16)
            result += needsEscape ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(scalar)
        }
        return result + "\""
    }
}

extension [String]? {
    /// Tells equal tables from others; stands for their digest.
    fileprivate var hashKey: String {
        String((self ?? []).joined().utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xffff_ffff })
    }
}
