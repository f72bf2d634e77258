import Language
import Outlets

/// All names of a document: the model's and the rules', brought together.
struct DocumentNames {
    let document: Document
    let outlets: OutletTable

    /// In the order of the text; no two share a byte.
    func find(_ model: EntityModel?) -> [Name] {
        let bounds = SentenceBounds(document: document)
        let tagged = model.map { ModelNames(document: document, model: $0).find() }
        // The rules know English alone.
        if let tagged, model?.language != LanguageTag.english { return bounds.cut(tagged) }
        var finder = NameFinder(document: document, outlets: outlets)
        let found = finder.find()
        guard let tagged else { return found }
        var names = NameMerger(document: document).merge(tagged, found)
        let types = AgreedTypes(document: document, names: names)
        let nouns = CommonNouns(document: document, lower: finder.lower)
        names = names.map(types.settled).filter { !nouns.holds($0) }
        let particles = NameParticles(document: document)
        for index in names.indices {
            names[index] = particles.extended(names[index], after: index > 0 ? names[index - 1].range.upperBound : 0)
        }
        names = DefinedAcronyms(document: document).complete(names)
        return bounds.cut(RepeatedNames(document: document, names: names).complete())
    }
}
