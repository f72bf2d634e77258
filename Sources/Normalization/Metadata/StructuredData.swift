/// What a page's JSON-LD says of its article (schema.org).
struct StructuredData: Sendable {
    var types: [String] = []
    var headline: String?
    var name: String?
    var description: String?
    var authors: [String] = []
    var published: String?
    var modified: String?
    var publisher: String?
    var section: String?
    var language: String?
    var url: String?
    var body: String?
    /// `isAccessibleForFree` is false.
    var isPaid = false
    /// Entries of a `LiveBlogPosting`.
    var isLive = false

    init(_ blocks: [[UInt8]]) {
        var objects: [LooseJSON] = []
        for block in blocks {
            var reader = LooseJSONReader(block)
            for root in reader.readAll() { Self.collect(root, into: &objects, depth: 0) }
        }
        guard let article = Self.best(objects) else { return }
        var named: [String: LooseJSON] = [:]
        for object in objects {
            if let id = object["@id"]?.string, object["name"] != nil, named[id] == nil { named[id] = object }
        }
        types = Self.types(of: article)
        headline = article["headline"]?.string
        name = article["name"]?.string
        description = article["description"]?.string
        authors = Self.names(article["author"] ?? article["creator"] ?? .null, named)
        published = article["datePublished"]?.string ?? article["dateCreated"]?.string ?? article["uploadDate"]?.string
        modified = article["dateModified"]?.string
        publisher = article["publisher"].flatMap { Self.names($0, named).first }
        section = article["articleSection"]?.string
        language = article["inLanguage"]?.string ?? article["inLanguage"]?["alternateName"]?.string
        url =
            article["url"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string ?? article["mainEntityOfPage"]?.string
        body = article["articleBody"]?.string
        if case .bool(false)? = article["isAccessibleForFree"] { isPaid = true }
        if article["isAccessibleForFree"]?.string?.lowercased() == "false" { isPaid = true }
        isLive = types.contains("LiveBlogPosting")
        if headline == nil || published == nil || authors.isEmpty { fill(from: objects, named) }
    }

    /// A page may describe its article twice: what the best description lacks, the next may have.
    private mutating func fill(from objects: [LooseJSON], _ named: [String: LooseJSON]) {
        for object in objects where Self.rank(object) >= 2 {
            headline = headline ?? object["headline"]?.string
            published = published ?? object["datePublished"]?.string
            modified = modified ?? object["dateModified"]?.string
            if authors.isEmpty { authors = Self.names(object["author"] ?? object["creator"] ?? .null, named) }
        }
    }

    /// All objects with a type, through graphs, arrays and nested values.
    private static func collect(_ value: LooseJSON, into objects: inout [LooseJSON], depth: Int) {
        guard depth < 8, objects.count < 2000 else { return }
        switch value {
        case .array(let elements):
            for element in elements { collect(element, into: &objects, depth: depth + 1) }
        case .object(let fields):
            if value["@type"] != nil || value["@id"] != nil { objects.append(value) }
            for field in fields
            where field.key != "isPartOf" && field.key != "hasPart" && field.key != "itemListElement" {
                switch field.value {
                case .object, .array: collect(field.value, into: &objects, depth: depth + 1)
                default: break
                }
            }
        default: break
        }
    }

    private static func types(of object: LooseJSON) -> [String] {
        (object["@type"] ?? .null).elements.compactMap(\.string).map { type in
            String(type.split(separator: "/").last ?? "")
        }
    }

    private static func best(_ objects: [LooseJSON]) -> LooseJSON? {
        var best: (object: LooseJSON, rank: Int)?
        for object in objects {
            var rank = rank(object) * 4
            guard rank > 0 else { continue }
            if object["headline"] != nil { rank += 1 }
            if object["datePublished"] != nil { rank += 1 }
            if object["author"] != nil { rank += 1 }
            if rank > best?.rank ?? 0 { best = (object, rank) }
        }
        return best?.object
    }

    /// How likely an object describes the article: 3 an article, 2 something like one, 1 the page.
    private static func rank(_ object: LooseJSON) -> Int {
        types(of: object).reduce(0) { rank, type in
            max(rank, type.hasSuffix("Article") || type.hasSuffix("Posting") ? 3 : ranks[type] ?? 0)
        }
    }

    private static let ranks = [
        "Report": 3, "ImageGallery": 2, "MediaGallery": 2, "Review": 2, "Recipe": 2, "HowTo": 2, "VideoObject": 1,
        "CreativeWork": 2, "ScholarlyArticle": 3,
        "WebPage": 1, "MedicalWebPage": 2, "AboutPage": 1, "ItemPage": 1, "FAQPage": 1, "CollectionPage": 1,
    ]

    /// The names of persons or organisations, given as strings, objects or references to objects.
    /// Of an organisation beside a person only the person's: the other has lent material.
    private static func names(_ value: LooseJSON, _ named: [String: LooseJSON]) -> [String] {
        let isPerson = value.elements.map { types(of: $0).contains("Person") }
        let elements = value.elements.filter { element in
            !isPerson.contains(true) || !types(of: element).contains { $0.hasSuffix("Organization") }
        }
        return elements.flatMap { element -> [String] in
            switch element {
            case .string(let name): return [name]
            case .object:
                if let name = element["name"] { return name.elements.compactMap(\.string) }
                if let id = element["@id"]?.string, let name = named[id]?["name"]?.string { return [name] }
                return []
            default: return []
            }
        }
    }
}
