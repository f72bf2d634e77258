/// What a word can be, whatever it is in its place.
struct WordClass: OptionSet, Sendable {
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: UInt64) { rawValue = 1 << bit }

    static let article = WordClass(bit: 0)
    static let subjectPronoun = WordClass(bit: 1)
    static let possessivePronoun = WordClass(bit: 2)
    static let preposition = WordClass(bit: 3)
    static let conjunction = WordClass(bit: 4)
    static let subordinator = WordClass(bit: 5)
    /// Forms of be, have and do.
    static let auxiliary = WordClass(bit: 6)
    static let be = WordClass(bit: 7)
    static let modal = WordClass(bit: 8)
    static let adverb = WordClass(bit: 9)
    static let relative = WordClass(bit: 10)
    static let determiner = WordClass(bit: 11)
    static let weekday = WordClass(bit: 12)
    static let month = WordClass(bit: 13)
    static let time = WordClass(bit: 14)
    /// Words that begin sentences with a capital and are no names.
    static let common = WordClass(bit: 15)
    static let maleName = WordClass(bit: 16)
    static let femaleName = WordClass(bit: 17)
    static let otherName = WordClass(bit: 18)
    static let title = WordClass(bit: 19)
    static let femaleTitle = WordClass(bit: 20)
    /// Offices and trades: president, spokesman, analyst.
    static let role = WordClass(bit: 21)
    /// Stands before a role: deputy, former, foreign.
    static let roleModifier = WordClass(bit: 22)
    static let organisation = WordClass(bit: 23)
    static let organisationSuffix = WordClass(bit: 24)
    static let outletNoun = WordClass(bit: 25)
    static let outletName = WordClass(bit: 26)
    /// People without a name: officials, sources, interlocutors.
    static let people = WordClass(bit: 27)
    /// Of those, who speak unnamed: sources, insiders.
    static let source = WordClass(bit: 28)
    static let nominalCue = WordClass(bit: 29)
    static let stanceClaim = WordClass(bit: 30)
    static let stanceManner = WordClass(bit: 31)
    static let stanceSpeaker = WordClass(bit: 32)
    static let nameParticle = WordClass(bit: 33)
    static let firstPerson = WordClass(bit: 34)
    static let femaleRole = WordClass(bit: 35)
    static let maleRole = WordClass(bit: 36)
    /// Words by which English is told from other languages.
    static let english = WordClass(bit: 37)
    /// Groups that act as one: government, police, party.
    static let body = WordClass(bit: 38)
    static let placeNoun = WordClass(bit: 39)
    static let anonymity = WordClass(bit: 40)
    /// Documents that say something: report, statement, letter.
    static let document = WordClass(bit: 41)
    static let eventNoun = WordClass(bit: 42)
    static let cue = WordClass(bit: 43)
    static let place = WordClass(bit: 44)
    static let demonym = WordClass(bit: 45)
    static let pronounPerson = WordClass(bit: 46)
    static let finiteVerb = WordClass(bit: 47)

    /// Of people whom every paper names without an introduction.
    static let knownSurname = WordClass(bit: 48)

    static let anyFirstName: WordClass = [.maleName, .femaleName, .otherName]
}
