/// Phrases that so many people say that the same words are no sign of the same utterance.
enum StockPhrase {
    /// Words that so many named speakers say are a phrase, whichever they are.
    static let leastSpeakers = 3
    /// Longer quotes say more than a phrase.
    private static let mostWords = 16

    /// Whether a quote is hardly more than a stock phrase and words that hold any sentence together.
    static func isMatched(by words: [Word]) -> Bool {
        guard words.count <= mostWords else { return false }
        var isCovered = words.map { fillers.contains($0.key) }
        var hasPhrase = false
        for start in words.indices {
            for phrase in phrases[words[start].key] ?? [] where start + phrase.count <= words.count {
                guard phrase.indices.allSatisfy({ words[start + $0].key == phrase[$0] }) else { continue }
                hasPhrase = true
                for place in start..<start + phrase.count { isCovered[place] = true }
            }
        }
        return hasPhrase && 5 * isCovered.count(where: { !$0 }) <= words.count
    }

    /// By the first word.
    private static let phrases: [UInt32: [[UInt32]]] = Dictionary(
        grouping: """
            no comment | not comment | cannot comment | cant comment | wont comment | decline to comment | nothing to add
            nothing to say | nothing further | ongoing investigation | investigation is ongoing | under investigation
            pending litigation | individual cases | personnel matters | thoughts and prayers | our thoughts | our hearts
            hearts go out | deeply saddened | deepest condolences | take this seriously | very seriously | top priority
            number one priority | highest priority | too early | early to say | is what it is | for their support
            for your support | cooperating fully | fully cooperating | cooperate fully | looking into | aware of the
            monitoring the situation | monitor the situation | speaks for itself | one game at a time | proud of
            very pleased | very happy | very disappointed | very proud | deeply disappointed | wait and see | time will tell
            all options | on the table | hold accountable | held accountable | respect the decision | ask for privacy
            respect our privacy | stand by our | stands by its | completely false | totally false | without merit
            baseless | categorically deny | deny the allegations | deny all allegations | do everything we can
            everything in our power | work to do | hard work | thank everyone | thank you all | thank you very much
            any inconvenience | move forward | moving forward | remains to be seen | working around the clock
            we will see what happens | see what happens | a great honor | an honor | continue to work | at this time
            at this point | learn from our mistakes | let the process | rule of law | enough is enough | never again
            """.split { $0 == "|" || $0.isNewline }.map { ComparisonText(String($0)).words.map(\.key) },
        by: { $0[0] })

    private static let fillers = Set(
        ComparisonText(
            """
            a about again all always am an and any are as at be because been both but by can could did do does doing dont
            down for from get give go going got had has have he her here him his how i if im in into is it its just know
            let like made make many matter may me more most much must my need no not now of on one only or our out over
            say see she should so some still take than thank that the their them then there these they think this those
            time to too up us very want was way we well were what when where which who will with would you your allegations
            families family situation case today everyone everybody people result situation
            """
        ).words.map(\.key))
}
