import Foundation

/// A line of a fixture that says which part it is of, what it should be read as, and the sentence. Labels stand between commas;
/// `-` is none, and with a `?` one is as good found as not.
struct LabelledSentence {
    var wanted: Set<String>
    var optional: Set<String>
    var text: String

    static func read(_ part: String, of fixture: String) throws -> [LabelledSentence] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(fixture)")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t", maxSplits: 2).map(String.init)
            guard cells.count == 3, cells[0] == part else { return nil }
            let labels = cells[1] == "-" ? [] : cells[1].split(separator: ",")
            return LabelledSentence(
                wanted: Set(labels.filter { !$0.hasSuffix("?") }.map(String.init)),
                optional: Set(labels.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) }), text: cells[2])
        }
    }
}
