import MarkupReading

extension ParsedDocument {
    /// In which encoding it was read and what decided that, for people: `utf-8, from the byte order mark`.
    package var encodingWords: String {
        let step =
            switch encoding.step {
            case .byteOrderMark: "from the byte order mark"
            case .httpCharset: "from the charset of the HTTP header"
            case .zeroPattern: "from the pattern of its first bytes"
            case .declaration: "from the declaration in the document"
            case .metaElement: "from the meta element of the page"
            case .validUTF8: "because its bytes are valid UTF-8"
            case .detected: "guessed from its bytes"
            case .fallback: "for want of any sign"
            }
        return "\(encoding.name), \(step)"
    }

    /// One line per kind of damage, for people.
    package var damageLines: [String] { damages.map(\.description) }
}
