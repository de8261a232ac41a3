@testable import MarkupReading

/// Writes down the events of a document: `<a x=1>`, text, `</a>`; text in one piece however it came.
final class Transcript: XMLEventHandler {
    private(set) var text = ""
    private(set) var names: [XMLName] = []
    var stopsAfter = Int.max
    private var starts = 0

    func number(for name: XMLName) -> Int {
        names.append(name)
        return names.count - 1
    }

    func start(_ element: Int, _ tag: borrowing XMLStartTag) {
        starts += 1
        text += "<\(names[element].local)"
        for name: StaticString in ["a", "b", "href"] {
            if let value = tag.value(name) { text += " \(name)=[\(value)]" }
        }
        text += ">"
    }

    func end(_ element: Int) { text += "</\(names[element].local)>" }
    func text(_ piece: Span<UInt8>) {
        text += String(decoding: piece.withUnsafeBufferPointer { Array($0) }, as: UTF8.self)
    }
    var isFinished: Bool { starts >= stopsAfter }

    /// The transcript of a document and the kinds of its damages.
    static func of(_ document: String, cut: Int? = nil, limits: MarkupLimits = .standard) -> (
        String, [MarkupDamage.Kind]
    ) {
        let transcript = Transcript()
        var reader = XMLPushReader(limits: limits)
        reader.cut = cut
        let (_, report) = reader.read(Array(document.utf8), into: transcript)
        return (transcript.text, report.damages.map(\.kind))
    }
}
