import Files
public import Staging
public import SystemPackage

/// The entry of `extract` in pipeline.json.
public struct ExtractSettings: Settings, Equatable {
    /// The folder of a spaCy pipeline; null looks for one that `make models` fetched, "none" goes by rules alone.
    public var model: String?
    /// A file of further outlets; null for none.
    public var outlets: String?
    /// A file of names that mean one entity; null for none.
    public var aliases: String?

    private var isResolved = false
    /// Once resolved.
    private(set) var modelFolder: FilePath?
    private(set) var outletFile: FilePath?
    private(set) var aliasFile: FilePath?
    public private(set) var resources: [String] = []

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "model", &model,
            """
            The folder of a spaCy 3 CNN pipeline that recognises entities. Null looks for what `make models` fetched: in \
            PIPELINE_MODELS, in .models beside or above the program, in the user's cache folder; "none" goes by rules \
            alone.
            """)
        try visitor.setting(
            "outlets", &outlets,
            "A JSON Lines file of further outlets, each {id, name, domains, aliases}; they win over the built-in ones.")
        try visitor.setting(
            "aliases", &aliases,
            "A JSON Lines file of names that mean one entity, each {key, type, aliases, qid}.")
    }

    public mutating func resolve(in folder: FilePath?) throws {
        guard !isResolved else { return }
        isResolved = true
        func path(_ name: String) -> FilePath { folder.map { $0.pushing(FilePath(name)) } ?? FilePath(name) }
        outletFile = outlets.map(path)
        aliasFile = aliases.map(path)
        modelFolder = model == ModelFolder.none ? nil : try ModelFolder.find(model, from: folder)
        if let modelFolder { resources.append("model " + (try ModelFolder.digest(modelFolder))) }
        if let outletFile { resources.append("outlets " + (try outletFile.sha256())) }
        if let aliasFile { resources.append("aliases " + (try aliasFile.sha256())) }
    }
}
