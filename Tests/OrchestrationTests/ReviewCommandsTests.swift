import Files
import SystemPackage
import TestSupport
import Testing

/// What people do with an output, from run to judged sample.
@Suite struct ReviewCommandsTests {
    private func pipeline(_ arguments: String...) throws -> Program.Result {
        try Program.run("pipeline", arguments, in: Project.root)
    }

    @Test func fromRunToValidation() throws {
        let folder = try TemporaryFolder()
        let (output, state) = ("\(folder.path)/output", "\(folder.path)/state")
        let run = try pipeline(
            "run", "--date", "2026-04-01", "--input", "corpus", "--output", output, "--state", state)
        #expect(run.status == 0, "\(run.errors)")

        let partition = "\(output)/date=2026-04-01"
        let line = try #require(
            String(decoding: FilePath("\(partition)/quotes.jsonl").readBytes(), as: UTF8.self).split(separator: "\n")
                .first)
        func value(_ key: String) throws -> String {
            let rest = try #require(line.split(separator: "\"\(key)\":\"").dropFirst().first)
            return String(rest.prefix { $0 != "\"" })
        }
        let quote = try value("article_id") + "/" + value("quote_id")
        for id in [quote, try value("article_id"), try value("article_cluster_id"), try value("cluster_id")] {
            let shown = try pipeline("show", id, "--output", output)
            #expect(shown.status == 0 && shown.output.count > 100, "\(id): \(shown.errors)")
            #expect(!shown.output.unicodeScalars.contains("\u{1b}"), "no colours where there is no terminal")
        }
        #expect(try pipeline("show", "nothing", "--output", output).status == 64)

        let sampled = try pipeline(
            "sample", "quotes", "--n", "20", "--by", "type,confidence", "--output", output, "--to",
            "\(folder.path)/judging")
        #expect(sampled.status == 0, "\(sampled.errors)")
        let validated = try pipeline("validate", "\(folder.path)/judging/sample-quotes.csv", "--output", partition)
        #expect(validated.status == 0 && validated.output.contains("20 rows, 0 judged"), "\(validated.errors)")
        #expect(try pipeline("sample", "quotes", "--n", "5", "--output", output).status == 64)
        #expect(try pipeline("sample", "quotes", "--by", "weather", "--output", output).status == 64)

        #expect(try pipeline("diff", output, output).status == 0)
        if DefaultModel.isThere {
            #expect(try pipeline("diff", partition, "Tests/OrchestrationTests/Golden").status == 0)
        }
        #expect(try pipeline("verify", "--output", output, "--state", state).status == 0)
    }
}
