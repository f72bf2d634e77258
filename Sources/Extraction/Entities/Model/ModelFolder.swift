import Digest
import Files
import Glibc
import SpaCy
import Staging
import SystemPackage

/// Finds the model of entities.
enum ModelFolder {
    /// The word of the configuration for no model.
    static let none = "none"
    /// What `make models` fetches, the better one first.
    private static let known = ["en_core_web_md-3.8.0", "en_core_web_sm-3.8.0"]

    /// The folder that holds the model's config.cfg: what the configuration names, else the first known model in
    /// PIPELINE_MODELS, in `.models` beside the running program or above it, where `make install` puts it, in the
    /// user's cache folder.
    ///
    /// - Throws: `ConfigurationError`, which says what to do.
    static func find(_ configured: String?, from folder: FilePath?) throws(ConfigurationError) -> FilePath {
        if let configured {
            let path = folder.map { $0.pushing(FilePath(configured)) } ?? FilePath(configured)
            guard holdsModel(path) else {
                throw ConfigurationError("model", "\(path) is no folder of a spaCy pipeline: it holds no config.cfg")
            }
            return path
        }
        for place in places() {
            if holdsModel(place) { return place }
            for name in known where holdsModel(place.appending(name)) { return place.appending(name) }
        }
        throw ConfigurationError(
            "model",
            """
            no model of entities is there. Run 'make models' once, with a network; or name the folder of any English \
            spaCy 3 CNN pipeline, "model": "PATH", or a folder that holds \(known[0]) in PIPELINE_MODELS; or go on by \
            rules alone, with less accuracy: "model": "\(none)"
            """)
    }

    /// The digest of all that the runtime reads of a model.
    static func digest(_ folder: FilePath) throws -> String {
        let files: [FilePath]
        do throws(ModelError) { files = try SpaCyPipeline.files(of: folder) } catch {
            throw ConfigurationError("model", "\(folder): \(error)")
        }
        return SHA256.hex(try files.map { "\($0.relative(to: folder)) \(try $0.sha256())\n" }.joined())
    }

    private static func holdsModel(_ folder: FilePath) -> Bool {
        FileStamp(folder.appending("config.cfg"))?.kind == .file
    }

    private static func places() -> [FilePath] {
        var places: [FilePath] = []
        if let folder = variable("PIPELINE_MODELS") { places.append(folder) }
        var above = program().removingLastComponent()
        while !above.components.isEmpty {
            places.append(above.appending(".models"))
            above.removeLastComponent()
        }
        places.append(program().removingLastComponent().removingLastComponent().appending("share/pipeline/models"))
        let cache = variable("XDG_CACHE_HOME") ?? variable("HOME")?.appending(".cache")
        if let cache { places.append(cache.appending("pipeline").appending("models")) }
        return places
    }

    private static func variable(_ name: String) -> FilePath? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return FilePath(platformString: value)
    }

    /// The running executable.
    private static func program() -> FilePath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        return count > 0 ? FilePath(platformString: buffer) : FilePath()
    }
}
