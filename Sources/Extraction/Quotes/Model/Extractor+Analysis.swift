import Records

extension Extractor {
    /// What comes before the learnt models, for their training.
    package func analyse(_ text: String) -> AnalysedArticle {
        let offsets = ScalarOffsets(text)
        let document = Document(offsets: offsets, blocks: [])
        return AnalysedArticle(document: document, names: names(in: document).0, offsets: offsets)
    }
}
