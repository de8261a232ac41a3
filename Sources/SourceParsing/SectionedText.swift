import TriggerModel

/// Text that grows line by line, with the places of its sections.
struct SectionedText {
    private var text = ""
    /// Scalars so far.
    private var length = 0
    private var sections: [FilingSection] = []
    private var code: String?
    private var start: Int?

    init() {}

    /// Goes on behind a text that is there already.
    init(_ text: String, _ sections: [FilingSection]) {
        self.text = text
        self.sections = sections
        length = text.unicodeScalars.count
    }

    mutating func append(_ line: some StringProtocol) {
        guard !line.isEmpty else { return }
        if !text.isEmpty {
            text += "\n"
            length += 1
        }
        if code != nil, start == nil { start = length }
        text += line
        length += line.unicodeScalars.count
    }

    mutating func open(_ code: String) { self.code = code }

    mutating func close() {
        if let code, let start { sections.append(FilingSection(code: code, start: start, end: length)) }
        code = nil
        start = nil
    }

    mutating func finish() -> (String, [FilingSection]) {
        close()
        return (text, sections)
    }
}
