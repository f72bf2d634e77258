import Archive
import Files
import SystemPackage

extension Compression {
    /// Packs tables of a folder, in bounded memory, each in place of the plain one; returns what lies there then.
    func pack(_ tables: [PublishedFile], in folder: FilePath) throws -> [PublishedFile] {
        try tables.map { table in
            guard let compressor else { return table }
            var packed = table
            packed.path += suffix
            var file = try AtomicFile(folder.appending(packed.path))
            let plain = folder.appending(table.path)
            var offset = 0
            while offset < table.bytes {
                let chunk = try plain.readBytes(from: offset, count: min(1 << 20, table.bytes - offset))
                guard !chunk.isEmpty else { throw FileError("read", plain, .ioError) }
                try file.write(compressor.compress(chunk))
                offset += chunk.count
            }
            try file.write(compressor.finish())
            packed.bytes = file.count
            packed.sha256 = file.sealed()
            try file.commit()
            try plain.removeAll()
            return packed
        }
    }

    private var compressor: (any StreamCompressor)? {
        switch self {
        case .none: nil
        case .gzip: GzipCompressor()
        case .zstd: ZstdCompressor()
        }
    }
}
