import Files
public import SystemPackage

/// The model that `make models` fetches first. Tests of what it says are skipped where only the smaller one could be had.
public enum DefaultModel {
    public static let name = "en_core_web_md-3.8.0"
    public static let folder = Project.root.appending(".models").appending(name)
    /// Why a test is skipped.
    public static let absent = "\(name) is not in .models: make models"
    /// Whether it is there, by the weights of its recogniser.
    public static let isThere = (try? folder.pushing("ner/model").sha256()) == digest

    private static let digest = "7454af3a8d841f9724f932f95b06591a13da659e0f99dd44ebbb2be804739d6d"
}
