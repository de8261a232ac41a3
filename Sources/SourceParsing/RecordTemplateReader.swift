/// Cuts a template's text into what it is made of.
struct RecordTemplateReader {
    enum Token {
        case text(String)
        case names([String])
        case open, close
    }

    private let whole: String
    private var rest: Substring

    init(_ text: String) {
        whole = text
        rest = text[...]
    }

    func fault(_ message: String) -> ParseFault { ParseFault(.badSelector, "\(message): \(whole)") }

    mutating func next() throws(ParseFault) -> Token? {
        guard let first = rest.first else { return nil }
        switch first {
        case "[", "]":
            rest.removeFirst()
            return first == "[" ? .open : .close
        case "}": throw fault("a '}' closes nothing")
        case "{":
            guard let end = rest.firstIndex(of: "}") else { throw fault("a '{' is never closed") }
            let inside = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            var names: [String] = []
            for name in inside.split(separator: "|", omittingEmptySubsequences: false) {
                guard let name = name.trimmedOrNil, !name.contains("{") else { throw fault("a reference is empty") }
                names.append(name)
            }
            return .names(names)
        default:
            let end = rest.firstIndex { "[]{}".contains($0) } ?? rest.endIndex
            defer { rest = rest[end...] }
            return .text(String(rest[..<end]))
        }
    }
}
