import Foundation
import Testing

/// Compares with a file in Fixtures. A missing file is written and the test fails once: a person reads it then.
enum Golden {
    static func expect(_ bytes: [UInt8], equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        let path = "\(Repository.fixtures)/\(name)"
        guard let kept = FileManager.default.contents(atPath: path) else {
            try Data(bytes).write(to: URL(filePath: path))
            Issue.record("\(name) was missing and is written; read it, then run again", sourceLocation: sourceLocation)
            return
        }
        #expect(
            String(decoding: bytes, as: UTF8.self) == String(decoding: kept, as: UTF8.self),
            "differs from Fixtures/\(name); if the change is meant, remove the file and run again",
            sourceLocation: sourceLocation)
        #expect(bytes == Array(kept), sourceLocation: sourceLocation)
    }
}
