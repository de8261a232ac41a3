@testable import MarkupReading

/// Writes down the events of a document: `<a x=1>`, text, `</a>`; text in one piece however it came.
struct Transcript: XMLEventHandler {
    private(set) var text = ""
    private(set) var names: [XMLName] = []
    var stopsAfter = Int.max
    private var starts = 0
    private var open: [Int] = []

    mutating func number(for name: borrowing XMLNewName) -> Int {
        names.append(name.name)
        return names.count - 1
    }

    mutating func start(_ element: Int, _ tag: borrowing XMLStartTag) {
        starts += 1
        open.append(element)
        text += "<\(names[element].local)"
        for name: StaticString in ["a", "b", "href"] {
            if let value = tag.value(name) { text += " \(name)=[\(value)]" }
        }
        text += ">"
    }

    mutating func end() {
        if let element = open.popLast() { text += "</\(names[element].local)>" }
    }

    private(set) var textWhenCutOff: String?
    mutating func cutOff() { textWhenCutOff = text }

    mutating func text(_ piece: Span<UInt8>) {
        text += String(decoding: piece.withUnsafeBufferPointer { Array($0) }, as: UTF8.self)
    }
    var isFinished: Bool { starts >= stopsAfter }

    /// The transcript of a document and the kinds of its damages.
    static func of(_ document: String, cut: Int? = nil, limits: MarkupLimits = .standard) -> (
        String, [MarkupDamage.Kind]
    ) {
        var transcript = Transcript()
        var reader = XMLPushReader(limits: limits)
        reader.cut = cut
        let (_, report) = reader.read(Array(document.utf8), into: &transcript)
        return (transcript.text, report.damages.map(\.kind))
    }
}
