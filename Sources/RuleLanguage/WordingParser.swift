/// Reads wording: `{slot}` prints a slot, `{slot|fallback}` has a fallback, `[…]` is left out when a slot in it is
/// empty.
package struct WordingParser {
    /// Characters of one wording; a sentence to be spoken is far shorter.
    package static let longestText = 1000
    /// `[` inside `[`.
    package static let deepestNesting = 4

    private let characters: [Character]
    private let slots: [String]
    private var index = 0

    /// Reads one wording.
    ///
    /// - Parameter slots: the names that may stand in braces; see `WordingSlot`.
    package static func parse(
        _ text: String, place: SourcePlace, slots: [String] = WordingSlot.all
    ) throws(PatternFault) -> WordingTemplate {
        guard text.utf8.count <= longestText * 4, text.count <= longestText else {
            throw PatternFault(
                column: longestText, message: "wording is longer than \(longestText) characters; nobody could say it")
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw PatternFault(column: 1, message: "wording is empty")
        }
        var parser = WordingParser(characters: Array(text), slots: slots)
        let segments = try parser.segments(open: nil, depth: 0)
        return WordingTemplate(text: text, segments: segments, place: place)
    }

    private init(characters: [Character], slots: [String]) {
        self.characters = characters
        self.slots = slots
    }

    /// Segments up to the `]` of the `[` at `open`, or to the end.
    private mutating func segments(open: Int?, depth: Int) throws(PatternFault) -> [WordingTemplate.Segment] {
        var segments: [WordingTemplate.Segment] = []
        var literal = ""
        func flush() {
            if !literal.isEmpty { segments.append(.literal(literal)) }
            literal = ""
        }
        while index < characters.count {
            let character = characters[index]
            switch character {
            case "{":
                flush()
                segments.append(try slot())
            case "}":
                throw fault("'}' without its '{'")
            case "[":
                flush()
                guard depth < Self.deepestNesting else {
                    throw fault("brackets are nested more than \(Self.deepestNesting) deep")
                }
                let start = index
                index += 1
                let inner = try self.segments(open: start, depth: depth + 1)
                guard inner.contains(where: \.isSlot) else {
                    throw PatternFault(
                        column: start + 1,
                        message: "a [...] segment without a slot is never left out; drop the brackets")
                }
                segments.append(.optional(inner))
            case "]":
                guard open != nil else { throw fault("']' without its '['") }
                flush()
                index += 1
                return segments
            default:
                literal.append(character)
                index += 1
            }
        }
        if let open { throw PatternFault(column: open + 1, message: "'[' is never closed with ']'") }
        flush()
        return segments
    }

    private mutating func slot() throws(PatternFault) -> WordingTemplate.Segment {
        let open = index
        guard let close = characters[open...].firstIndex(of: "}") else {
            throw fault("'{' is never closed with '}'")
        }
        let inside = characters[(open + 1)..<close]
        let bar = inside.firstIndex(of: "|")
        let name = String(inside[..<(bar ?? inside.endIndex)])
        guard slots.contains(name) else {
            throw fault("unknown slot {\(name)}\(NearestName.hint(name, in: slots))")
        }
        let fallback = bar.map { String(inside[($0 + 1)...]) }
        if let fallback, fallback.contains(where: { "{[]".contains($0) }) {
            throw fault("the fallback of {\(name)|…} is plain words, without brackets")
        }
        if let fallback, !fallback.contains(where: { !$0.isWhitespace }) {
            throw fault("the fallback of {\(name)|} is empty; write [… {\(name)} …] to leave words out")
        }
        index = close + 1
        return .slot(name, fallback: fallback)
    }

    private func fault(_ message: String) -> PatternFault { PatternFault(column: index + 1, message: message) }
}

extension WordingTemplate.Segment {
    /// True for a slot that stands in this segment itself.
    fileprivate var isSlot: Bool {
        if case .slot = self { true } else { false }
    }
}
