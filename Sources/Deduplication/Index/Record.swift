import Records
import Staging

/// Rows of the index's own files.
enum Record {
    static func decode<R: JSONRecord>(_ bytes: [UInt8]) throws -> R {
        let decoded = bytes.withUnsafeBufferPointer { bytes -> Result<R, JSONError> in
            var reader = JSONReader(bytes)
            do throws(JSONError) { return .success(try R(json: &reader)) } catch { return .failure(error) }
        }
        do throws(JSONError) { return try decoded.get() } catch {
            throw StageFailure(.io, "the index holds a damaged record: \(error)")
        }
    }
}
