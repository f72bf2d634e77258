import Records

/// What the labels of models mean in our five types.
enum ModelLabel {
    /// OntoNotes 5 (spaCy's English and Chinese models), and the four labels of CoNLL and WikiNER (its other models).
    private static let types: [String: Entity.Kind] = [
        "PERSON": .person, "PER": .person,
        "ORG": .organisation,
        "GPE": .place, "LOC": .place, "FAC": .place,
        "NORP": .other, "EVENT": .other, "WORK_OF_ART": .other, "PRODUCT": .other, "LAW": .other, "LANGUAGE": .other,
        "MISC": .other,
    ]

    /// Null for what names nothing: dates, times, numbers, amounts.
    static func type(_ label: String) -> Entity.Kind? { types[label] }
}
