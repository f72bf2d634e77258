internal import Markup

/// A run of text between two borders of blocks: the unit that is kept or left out.
struct Segment {
    /// The range in the tree's text, without spaces around it.
    var start: Int
    var end: Int
    /// The block element that it stands in.
    var node: Int
    /// Its first run of text.
    var firstText: Int
    /// Bytes inside links, and inside bold type.
    var linkBytes = 0
    var boldBytes = 0
    var links = 0
    var letters = 0
    /// Set when a line break alone parted it from the one before.
    var followsBreak = false

    var count: Int { end - start }
    var linkDensity: Float { count == 0 ? 0 : Float(linkBytes) / Float(count) }
}
