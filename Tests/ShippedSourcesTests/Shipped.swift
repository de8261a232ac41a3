import ConfigLoading
import Foundation
import SourceParsing
import Testing
import TriggerModel

/// The source definitions that ship, and documents of invented companies in the shape that each register answers with.
enum Shipped {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let loaded = ConfigLoader(directory: root.appending(path: "Config").path).load()

    static func source(_ id: String) throws -> Source {
        try #require(loaded.configuration.sources.first { $0.id == id }, "no source \(id)")
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: "Tests/ShippedSourcesTests/Fixtures/\(name)")))
    }

    /// The fixture named for the source, read as the source says.
    static func read(_ id: String, _ ending: String) throws -> ParsedDocument {
        let source = try source(id)
        let kind: DocumentKind =
            switch source.kind {
            case .page: .list
            case .json: .json
            case .csv: .csv
            case .stream: .stream
            case .feed, .filing, .activity: .feed
            }
        return try SourceParser().parse(
            ParseInput(
                bytes: bytes("\(id).\(ending)"), url: source.url, sourceName: id, kind: kind,
                selectors: source.selectors, records: source.records)
        ).get()
    }
}
