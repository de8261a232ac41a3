extension WordingTemplate {
    /// The slots that stand in it, in order, with whether an empty one leaves a hole: it has no fallback and no `[…]`
    /// around it.
    package var slots: [(name: String, leavesHole: Bool)] {
        func collect(_ segments: [Segment], isOptional: Bool) -> [(name: String, leavesHole: Bool)] {
            segments.flatMap { segment -> [(name: String, leavesHole: Bool)] in
                switch segment {
                case .literal: []
                case .slot(let name, let fallback): [(name, !isOptional && fallback == nil)]
                case .optional(let inner): collect(inner, isOptional: true)
                }
            }
        }
        return collect(segments, isOptional: false)
    }

    /// The wording with `values` put in, as one line that can be read aloud.
    ///
    /// An empty or missing slot prints its fallback, or leaves out the nearest `[…]` around it, or prints nothing. White
    /// space is tidied, control and direction marks from outside are dropped, a sentence begins with a capital unless
    /// the name it begins with is written otherwise ("iRobot"), and "Inc." at the end brings no second full stop.
    package func render(_ values: [String: String]) -> String {
        var line = SpokenLine()
        for piece in Self.pieces(of: segments, values) ?? [] {
            switch piece {
            case .literal(let text): line.append(text, isValue: false)
            case .value(let text): line.append(text, isValue: true)
            }
        }
        return line.finished()
    }

    private enum Piece {
        case literal(String)
        case value(String)
    }

    /// nil where a slot without a fallback is empty and the segments are optional.
    private static func pieces(
        of segments: [Segment], _ values: [String: String], isOptional: Bool = false
    ) -> [Piece]? {
        var pieces: [Piece] = []
        for segment in segments {
            switch segment {
            case .literal(let text): pieces.append(.literal(text))
            case .slot(let name, let fallback):
                if let value = values[name], value.contains(where: { !$0.isWhitespace }) {
                    pieces.append(.value(value))
                } else if let fallback {
                    pieces.append(.value(fallback))
                } else if isOptional {
                    return nil
                }
            case .optional(let inner):
                pieces += self.pieces(of: inner, values, isOptional: true) ?? []
            }
        }
        return pieces
    }
}

/// Puts pieces of text together the way a careful writer spaces them.
private struct SpokenLine {
    private var text = ""
    private var pendingSpace = false
    /// The last sign ends a sentence: one of the author's, because the full stop of "Inc." does not.
    private var isSentenceOver = false

    mutating func append(_ piece: String, isValue: Bool) {
        let characters = Array(piece)
        for (index, character) in characters.enumerated() {
            if character.isWhitespace || character.unicodeScalars.allSatisfy({ Self.isUnprintable($0) }) {
                // A direction mark vanishes; every kind of space, line ends included, is one space.
                if character.isWhitespace { pendingSpace = true }
                continue
            }
            if !isValue, ",.;:!?".contains(character) {
                let endsWord = index + 1 == characters.count || characters[index + 1].isWhitespace
                // What it followed is empty, or ends in the full stop of "Inc." already.
                if index == 0 || endsWord { pendingSpace = false }
                if index == 0, endsWord, character == ".", text.hasSuffix(".") {
                    isSentenceOver = true
                    continue
                }
            }
            let isStart = text.isEmpty || (index == 0 && isValue && pendingSpace && isSentenceOver)
            isSentenceOver = !isValue && ".!?".contains(character)
            if pendingSpace, !text.isEmpty { text.append(" ") }
            pendingSpace = false
            if isStart, character.isLowercase, !Self.hasInnerCapital(piece) {
                text.append(contentsOf: String(character).uppercased())
            } else {
                text.append(character)
            }
        }
    }

    func finished() -> String { text }

    /// Control characters and the marks that turn reading direction (Unicode Bidi_Control), which could disguise text.
    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .lineSeparator, .paragraphSeparator: true
        default:
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                || scalar.value == 0x200E || scalar.value == 0x200F || scalar.value == 0x061C || scalar.value == 0xFEFF
        }
    }

    /// "iRobot" and "eBay" are written so on purpose.
    private static func hasInnerCapital(_ text: String) -> Bool {
        text.prefix { !$0.isWhitespace }.dropFirst().contains(where: \.isUppercase)
    }
}
