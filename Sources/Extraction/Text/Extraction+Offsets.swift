import Records

extension Extraction {
    /// Passes every offset into the text through a function.
    mutating func convert(_ offset: (Int) -> Int) {
        for entity in entities.indices {
            for mention in entities[entity].mentions.indices {
                entities[entity].mentions[mention].start = offset(entities[entity].mentions[mention].start)
                entities[entity].mentions[mention].end = offset(entities[entity].mentions[mention].end)
            }
        }
        for quote in quotes.indices { quotes[quote].convert(offset) }
        for citation in citations.indices {
            citations[citation].start = offset(citations[citation].start)
            citations[citation].end = offset(citations[citation].end)
            citations[citation].cue = citations[citation].cue?.converted(offset)
        }
    }
}

extension Quote {
    fileprivate mutating func convert(_ offset: (Int) -> Int) {
        start = offset(start)
        end = offset(end)
        spans = spans.map { TextSpan(offset($0.start), offset($0.end)) }
        quoted = quoted.map { TextSpan(offset($0.start), offset($0.end)) }
        cue = cue?.converted(offset)
        if var speaker {
            speaker.start = speaker.start.map(offset)
            speaker.end = speaker.end.map(offset)
            self.speaker = speaker
        }
        for link in chain.indices {
            chain[link].start = chain[link].start.map(offset)
            chain[link].end = chain[link].end.map(offset)
        }
        for place in stance.indices {
            stance[place].start = offset(stance[place].start)
            stance[place].end = offset(stance[place].end)
        }
    }
}

extension Cue {
    fileprivate func converted(_ offset: (Int) -> Int) -> Cue {
        Cue(start: offset(start), end: offset(end), lemma: lemma, kind: kind)
    }
}
