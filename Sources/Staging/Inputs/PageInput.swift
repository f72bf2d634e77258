import Files
public import Records
public import SystemPackage

/// A page to be read, and what its page list said of it.
public struct PageInput: Sendable {
    /// `source` is filled as far as it is known.
    public var reference: PageReference
    public var source: Source
    /// The file that holds the page.
    public var file: FilePath
    /// The row of the page list, whose other keys pass on.
    public var row: Row?

    /// Writes the row of the page as seen from a folder, with the unknown keys of its list.
    public func write(_ writer: inout JSONWriter, from folder: FilePath) {
        var reference = reference
        reference.path = file.relative(to: folder).string
        reference.source = source
        writer.beginObject()
        reference.writeFields(&writer)
        row?.writeFields(&writer, except: Set(PageReference.keys))
        writer.endObject()
    }
}
