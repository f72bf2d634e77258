/// What an article has come to: who spoke last, and whose report it passes on.
struct Discourse {
    var last: SpeakerResolver.Resolved?
    /// The last speaker who was no single person.
    var group: SpeakerResolver.Resolved?
    /// The outlet last cited, and where.
    var outlet: Int?
    var outletRange: Range<Int>?
    /// Through whom the last speaker's words came.
    var carriers: [Carrier] = []
    /// Where the last attribution stands.
    var paragraph = 0

    /// An outlet between the publisher and a speaker.
    struct Carrier {
        var entity: Int
        /// As printed; null where it is only carried on.
        var range: Range<Int>?
    }
}
