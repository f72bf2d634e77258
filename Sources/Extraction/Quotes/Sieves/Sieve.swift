/// A rule that completes or corrects what the models found, or that finds whom words mean. Each can be left out, to tell
/// what it gives: `pipeline-train check-quotes` measures them so.
package enum Sieve: String, CaseIterable, Sendable {
    /// "In her opinion, …".
    case opinionPhrases = "opinion-phrases"
    /// "As Reuters writes, …".
    case asReports = "as-reports"
    /// "“She told me it was full,” he said": she said something too.
    case nestedCues = "nested-cues"
    /// "… This was told to the paper by its owner."
    case backReferences = "back-references"
    /// "…, the publication emphasizes." at the end of a paragraph.
    case closings
    /// "The chairman's view, according to a friend, is that …".
    case toldViews = "told-views"
    /// "They had been told that …".
    case passiveOrders = "passive-orders"
    /// "before asking her, “…”", "“…,” she said, pointing, “…”".
    case cuedQuotations = "cued-quotations"
    /// A sentence of the writer's between two quotations parts them.
    case splits
    /// "denied the charge".
    case objects
    /// "said that A and added that B".
    case boundaries
    /// "However, …".
    case leads
    /// "plans to leave", "supported the director": no statements.
    case statements
    /// The subject of the cue rather than a noun beside it.
    case subjects
    /// Whether "he" can be Carrow.
    case genders
    /// "The clinic's owner" and "the commander": whom they mean.
    case descriptions
    /// Through whom the words came that hang on what an outlet reported.
    case carriers
}
