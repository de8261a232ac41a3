import Foundation
import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

enum Fixture {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// The items that a fixture must give, one JSON object a line.
    static func expected(_ name: String) throws -> [Item] {
        try String(decoding: bytes(name + ".items.ndjson"), as: UTF8.self).split(separator: "\n")
            .map { try JSONDecoder().decode(Item.self, from: Data($0.utf8)) }
    }
}

extension Fixture {
    /// Writes down what a fixture gives where nobody has yet; to be read by a person before it counts.
    static func writeMissing(_ name: String, _ items: [Item]) throws {
        let file = folder.appendingPathComponent(name + ".items.ndjson")
        guard !FileManager.default.fileExists(atPath: file.path) else { return }
        try Data(items.map { ItemLine.json($0) + "\n" }.joined().utf8).write(to: file)
        Issue.record("\(file.lastPathComponent) was missing and has been written; read it")
    }
}

/// Captured feeds, filings and pages beside the repository; not everybody has them.
enum Corpus {
    static let folder = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpus")
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("INDEX.tsv").path) }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// Paths of INDEX.tsv.
    static func paths() throws -> [String] {
        try String(decoding: bytes("INDEX.tsv"), as: UTF8.self).split(separator: "\n").dropFirst()
            .compactMap { $0.split(separator: "\t").first.map(String.init) }
    }
}

extension SourceParser {
    func document(_ text: String, kind: DocumentKind? = nil, url: String? = nil) throws -> ParsedDocument {
        try parse(ParseInput(bytes: Array(text.utf8), url: url, sourceName: "test", kind: kind)).get()
    }
}
