import Extraction
import Files
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
