/// What stands between two quotation marks, within one paragraph.
struct Quotation {
    /// Token indices, marks included.
    var range: Range<Int>
    /// Without the marks.
    var inner: Range<Int>
    /// The quotation around it.
    var parent: Int?
    /// The quotation of the paragraph before that was reopened here without having been closed.
    var continues: Int?
    var isClosed: Bool
}
