/// Words of wording as lint compares them: lower case, letters and digits only.
enum WordingWords {
    static func words(in text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }.map {
            String($0.prefix { $0 != "'" && $0 != "’" })
        }.filter { !$0.isEmpty }
    }

    /// The literal text of the first sentence; a slot is a sign that is no word.
    static func firstSentence(of template: WordingTemplate) -> String {
        let text = flattened(template.segments)
        let characters = Array(text)
        for (index, character) in characters.enumerated() where ".!?".contains(character) {
            if index + 1 == characters.count || characters[index + 1].isWhitespace {
                return String(characters[...index])
            }
        }
        return text
    }

    static func flattened(_ segments: [WordingTemplate.Segment]) -> String {
        segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .slot(_, let fallback): fallback ?? "…"
            case .optional(let inner): flattened(inner)
            }
        }.joined()
    }
}
