import Records

/// `metadata.json`: the files and columns of a partition in Croissant 1.0, which data set search and machine learning read.
enum Croissant {
    static func write(_ writer: inout JSONWriter, _ report: RunReport) {
        writer.beginObject()
        writer.key("@context")
        context.withUTF8Buffer { writer.write(raw: $0) }
        writer.entry("@type", "sc:Dataset")
        writer.entry("conformsTo", "http://mlcommons.org/croissant/1.0")
        writer.entry("name", "pipeline-\(report.date)")
        writer.entry(
            "description",
            "News articles, their quotes, entities, citations and copies, first published on \(report.date).")
        writer.entry("version", "1.0.0")
        writer.entry("datePublished", report.date)
        writer.entry("citeAs", "Corpus with SHA-256 \(report.corpusSHA256)")
        writer.key("distribution")
        writer.beginArray()
        for (row, file) in zip(Tables.rows, report.files) {
            writer.beginObject()
            writer.entry("@type", "cr:FileObject")
            writer.entry("@id", file.path)
            writer.entry("name", file.path)
            writer.entry("description", row.about)
            writer.entry("contentUrl", file.path)
            writer.entry("contentSize", "\(file.bytes) B")
            writer.entry("encodingFormat", "application/jsonlines")
            writer.entry("sha256", file.sha256)
            writer.endObject()
        }
        writer.endArray()
        writer.key("recordSet")
        writer.beginArray()
        for (row, file) in zip(Tables.rows, report.files) { write(&writer, row, file) }
        writer.endArray()
        writer.endObject()
    }

    private static func write(_ writer: inout JSONWriter, _ row: any TableRow.Type, _ file: PublishedFile) {
        writer.beginObject()
        writer.entry("@type", "cr:RecordSet")
        writer.entry("@id", row.table)
        writer.entry("name", row.table)
        writer.entry("description", row.about)
        if !row.identity.isEmpty {
            writer.key("key")
            writer.beginArray()
            for key in row.identity {
                writer.beginObject()
                writer.entry("@id", "\(row.table)/\(key)")
                writer.endObject()
            }
            writer.endArray()
        }
        writer.key("field")
        writer.beginArray()
        if case .object(let fields) = row.shape {
            for field in fields {
                writer.beginObject()
                writer.entry("@type", "cr:Field")
                writer.entry("@id", "\(row.table)/\(field.key)")
                writer.entry("name", field.key)
                writer.entry("description", Glossary.meaning(of: field.key, in: row.table) ?? "")
                writer.entry("dataType", type(of: field))
                if case .list = field.shape.unwrapped { writer.entry("repeated", true) }
                writer.key("source")
                writer.beginObject()
                writer.key("fileObject")
                writer.beginObject()
                writer.entry("@id", file.path)
                writer.endObject()
                writer.key("extract")
                writer.beginObject()
                writer.entry("column", field.key)
                writer.endObject()
                writer.endObject()
                writer.endObject()
            }
        }
        writer.endArray()
        writer.endObject()
    }

    /// Objects within rows are given as their JSON.
    private static func type(of field: JSONShape.Field) -> String {
        var shape = field.shape.unwrapped
        if case .list(let element, _) = shape { shape = element.unwrapped }
        return switch shape {
        case .string: JSONShape.format(of: field.key) == nil ? "sc:Text" : "sc:Date"
        case .integer: "sc:Integer"
        case .number: "sc:Float"
        case .boolean: "sc:Boolean"
        case .word, .list, .object, .map, .foreign, .optional: "sc:Text"
        }
    }

    /// As the Croissant 1.0 specification gives it.
    private static let context: StaticString = """
        {"@language":"en","@vocab":"https://schema.org/","citeAs":"cr:citeAs","column":"cr:column","conformsTo":"dct:conformsTo",\
        "cr":"http://mlcommons.org/croissant/","rai":"http://mlcommons.org/croissant/RAI/","data":{"@id":"cr:data","@type":"@json"},\
        "dataType":{"@id":"cr:dataType","@type":"@vocab"},"dct":"http://purl.org/dc/terms/",\
        "equivalentProperty":"cr:equivalentProperty","examples":{"@id":"cr:examples","@type":"@json"},"extract":"cr:extract",\
        "field":"cr:field","fileProperty":"cr:fileProperty","fileObject":"cr:fileObject","fileSet":"cr:fileSet",\
        "format":"cr:format","includes":"cr:includes","isLiveDataset":"cr:isLiveDataset","jsonPath":"cr:jsonPath",\
        "key":"cr:key","md5":"cr:md5","parentField":"cr:parentField","path":"cr:path","recordSet":"cr:recordSet",\
        "references":"cr:references","regex":"cr:regex","repeated":"cr:repeated","replace":"cr:replace",\
        "sc":"https://schema.org/","separator":"cr:separator","source":"cr:source","subField":"cr:subField",\
        "transform":"cr:transform"}
        """
}
