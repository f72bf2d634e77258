import Hypertext

/// A row of a sheet: what a person sees and judges. Nothing in it tells what the system believes of itself.
struct SampleRow {
    var id = ""
    var kind = ""
    var outlet = ""
    var type = ""
    var stratum = 0
    var probability = 0.0
    /// What is claimed, such as the speaker's name.
    var claim = ""
    var before = ""
    var text = ""
    var after = ""
    /// yes, no, unsure, or empty while nobody has judged.
    var judgement = ""
    var note = ""

    static let columns = [
        "id", "kind", "outlet", "type", "stratum", "inclusion_probability", "claim", "before", "text", "after",
        "judgement", "note",
    ]

    /// What comes from pages is plain, so that nothing in it can hide or forge what is judged; line ends stay.
    var cells: [String] {
        func safe(_ text: String) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false).map { plain(String($0)) }.joined(
                separator: "\n")
        }
        return [
            id, kind, safe(outlet), safe(type), String(stratum), "\(probability)", safe(claim), safe(before),
            safe(text), safe(after), judgement, note,
        ]
    }
}
