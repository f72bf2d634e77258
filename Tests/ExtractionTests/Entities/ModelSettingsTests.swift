import Extraction
import Files
import Foundation
import Staging
import SystemPackage
import TestSupport
import Testing

/// Which model the stage runs, and that the configuration's digest knows it.
struct ModelSettingsTests {
    private static let tiny = Project.root.pushing("Tests/SpaCyTests/Fixtures/tiny")

    private func copyOfModel() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for file in try Self.tiny.filesBelow() {
            let copy = folder.path.pushing(file.relative(to: Self.tiny))
            try copy.removingLastComponent().makeFolder()
            try copy.writeAtomically(file.readBytes())
        }
        return folder
    }

    private func settings(_ model: String?, in folder: FilePath? = nil) throws -> ExtractSettings {
        var settings = ExtractSettings()
        settings.model = model
        try settings.resolve(in: folder)
        return settings
    }

    @Test func pathsAreRelativeToTheConfiguration() throws {
        let folder = Self.tiny.removingLastComponent()
        #expect(try settings("tiny", in: folder).resources == settings(Self.tiny.string).resources)
        _ = try ExtractStage(configuration: settings("tiny", in: folder))
    }

    @Test func everyFileOfTheModelCounts() throws {
        let folder = try copyOfModel()
        let before = try settings(folder.path.string)
        #expect(before.resources == (try settings(Self.tiny.string).resources))
        let files = try folder.path.filesBelow().filter { $0.lastComponent?.string != "__init__.py" }
        #expect(files.count >= 7)
        for file in files {
            let bytes = try file.readBytes()
            try file.writeAtomically(bytes + [0x20])
            // What is no longer JSON is refused instead.
            let after = try? settings(folder.path.string)
            #expect(after?.sha256 != before.sha256, "\(file)")
            try file.writeAtomically(bytes)
        }
        #expect(try settings(folder.path.string).sha256 == before.sha256)
        #expect(try settings("none").sha256 != before.sha256)
    }

    @Test(arguments: ["/nonexistent", "."])
    func aFolderWithoutModelIsAnError(path: String) throws {
        let folder = try TemporaryFolder()
        #expect {
            _ = try settings(path, in: folder.path)
        } throws: { error in
            (error as? ConfigurationError)?.key == "model" && "\(error)".contains("config.cfg")
        }
    }

    /// A program that finds no model, neither beside itself nor elsewhere, ends at once and says what to do.
    @Test func withoutAModelNothingRuns() throws {
        let folder = try TemporaryFolder()
        let program = try folder.write("pipeline-extract", Project.program("pipeline-extract").readBytes())
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.string)
        try folder.write("in.jsonl", #"{"id":"a1","text":"Anna Berg left."}"# + "\n")
        let errors = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program.string)
        process.arguments = ["--in", "in.jsonl", "--out", "out.jsonl"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path.string)
        process.environment = ["HOME": folder.path.string]
        process.standardError = errors
        try process.run()
        let message = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 78)
        for remedy in ["make models", #""model": "PATH""#, "PIPELINE_MODELS", #""model": "none""#] {
            #expect(message.contains(remedy), "\(message)")
        }
        #expect(try !folder.path.names().contains("out.jsonl"))
    }

    @Test func aModelThatCannotRunIsNamed() throws {
        let folder = try copyOfModel()
        let config = folder.path.appending("config.cfg")
        let text = String(decoding: try config.readBytes(), as: UTF8.self)
        try config.writeAtomically(
            Array(text.replacing("spacy.TransitionBasedParser.v2", with: "acme.Oracle.v9").utf8))
        #expect {
            _ = try ExtractStage(configuration: settings(folder.path.string))
        } throws: { error in
            "\(error)".contains("acme.Oracle.v9")
        }
    }
}
