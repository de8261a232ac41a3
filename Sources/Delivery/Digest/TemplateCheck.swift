/// Reads the tags of a template before Mustache does.
///
/// Allowed are names, sections, inverted sections and comments. Partials, parents, blocks, transforms and other
/// delimiters are refused: a partial that includes itself never ends, an inner block stops the process, and a
/// partial escapes by rules of its own. A name we do not fill is refused too, because a misspelt `{{phone}}` would
/// quietly leave the number out.
struct TemplateCheck {
    struct Finding: Error, Equatable {
        var line: Int
        var column: Int
        var detail: String
    }

    private let scalars: [Unicode.Scalar]
    private let names: Set<String>
    private var index = 0
    private var line = 1
    private var column = 1
    private var open: [(name: String, line: Int, column: Int)] = []

    /// Throws the first finding; linear in the text.
    static func check(_ text: String, names: Set<String>) throws(Finding) {
        var check = TemplateCheck(scalars: Array(text.unicodeScalars), names: names)
        try check.run()
    }

    private init(scalars: [Unicode.Scalar], names: Set<String>) {
        self.scalars = scalars
        self.names = names
    }

    private mutating func run() throws(Finding) {
        while index < scalars.count {
            guard starts(with: "{{") else {
                advance()
                continue
            }
            try readTag()
        }
        if let section = open.last {
            throw Finding(
                line: section.line, column: section.column, detail: "{{#\(section.name)}} has no {{/\(section.name)}}")
        }
    }

    private mutating func readTag() throws(Finding) {
        let (line, column) = (self.line, self.column)
        let isTriple = starts(with: "{{{")
        let close = isTriple ? "}}}" : "}}"
        for _ in 0..<(isTriple ? 3 : 2) { advance() }
        var content = String.UnicodeScalarView()
        while index < scalars.count, !starts(with: close) {
            content.append(scalars[index])
            advance()
        }
        guard index < scalars.count else {
            throw Finding(line: line, column: column, detail: "the tag is not closed with \(close)")
        }
        for _ in close.unicodeScalars { advance() }
        let tag = String(content)
        if tag.hasPrefix("!"), !isTriple { return }
        func finding(_ detail: String) -> Finding { Finding(line: line, column: column, detail: detail) }
        let sigil = tag.unicodeScalars.first.flatMap {
            "#^/&>*<$=%".unicodeScalars.contains($0) && !isTriple ? $0 : nil
        }
        let name = String(String.UnicodeScalarView(tag.unicodeScalars.dropFirst(sigil == nil ? 0 : 1)))
            .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        switch sigil {
        case ">", "*", "<", "$", "=", "%":
            throw finding("{{\(Character(sigil!))…}} is not available here; use {{name}}, {{#name}} and {{^name}}")
        default: break
        }
        guard names.contains(name) || name == "." else {
            let known = names.sorted().joined(separator: ", ")
            throw finding("nothing is called \"\(PlainText.line(name, limit: 40))\" here; known are \(known)")
        }
        switch sigil {
        case "#", "^":
            guard !open.contains(where: { $0.name == name }) else { throw finding("{{#\(name)}} is open already") }
            open.append((name, line, column))
        case "/":
            guard let last = open.popLast(), last.name == name else {
                throw finding("{{/\(name)}} closes nothing that is open here")
            }
        default: break
        }
    }

    private func starts(with text: String) -> Bool {
        let wanted = text.unicodeScalars
        guard index + wanted.count <= scalars.count else { return false }
        return zip(scalars[index...], wanted).allSatisfy { $0 == $1 }
    }

    private mutating func advance() {
        if scalars[index] == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        index += 1
    }
}
