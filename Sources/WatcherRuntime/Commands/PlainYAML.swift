internal import Foundation

/// The plain part of YAML 1.2 in which scenarios are written: mappings and lists by indentation, scalars plain or in
/// quotes, `[a, b]` on one line, `|` for a text of several lines, comments, and `---` between documents. Every scalar is
/// text: what it means is for the reader of the value to say. Anything else (anchors, tags, `{…}`, folded text) is an
/// error with its line, never a guess. One pass over the lines.
struct PlainYAML {
    struct Fault: Error, CustomStringConvertible {
        var line: Int
        var message: String

        var description: String { "\(line): error: \(message)" }
    }

    indirect enum Value {
        case text(String)
        case list([Value])
        /// In the order of the file; `line` is that of the key.
        case mapping([(key: String, line: Int, value: Value)])

        /// As `JSONSerialization` takes it.
        var json: Any {
            switch self {
            case .text(let text): text
            case .list(let values): values.map(\.json)
            case .mapping(let entries):
                Dictionary(entries.map { ($0.key, $0.value.json) }, uniquingKeysWith: { first, _ in first })
            }
        }
    }

    private struct Line {
        var number: Int
        var indent: Int
        var text: Substring
    }

    /// Brackets and indentation deeper than this are no scenario.
    private static let deepest = 16

    private var lines: [Line] = []
    private var next = 0
    private let raw: [Substring]

    /// The documents of a file, each with the line it begins on.
    static func documents(_ text: String) throws(Fault) -> [(line: Int, value: Value)] {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
        var found: [(line: Int, value: Value)] = []
        var start = 0
        for index in all.indices + [all.count] where index == all.count || all[index].hasPrefix("---") {
            if index < all.count, all[index].dropFirst(3).contains(where: { $0 != " " }) {
                throw Fault(line: index + 1, message: "only --- stands between two documents")
            }
            var reader = try PlainYAML(all, from: start, to: index)
            if let first = reader.lines.first {
                found.append((first.number, try reader.block(indent: first.indent, depth: 0)))
                if reader.next < reader.lines.count {
                    throw reader.fault("is indented less than the lines before it belong to")
                }
            }
            start = index + 1
        }
        return found
    }

    private init(_ all: [Substring], from start: Int, to end: Int) throws(Fault) {
        raw = all
        for number in start..<max(start, end) {
            let text = all[number]
            let indent = text.prefix { $0 == " " }.count
            let rest = text.dropFirst(indent)
            guard let first = rest.first, first != "#" else { continue }
            lines.append(Line(number: number + 1, indent: indent, text: rest))
        }
    }

    // MARK: Blocks

    private mutating func block(indent: Int, depth: Int) throws(Fault) -> Value {
        guard depth < Self.deepest else { throw fault("is nested more than \(Self.deepest) deep") }
        return Self.isEntry(lines[next].text)
            ? try list(indent: indent, depth: depth) : try mapping(indent: indent, depth: depth)
    }

    private static func isEntry(_ text: Substring) -> Bool { text.hasPrefix("- ") || text == "-" }

    private mutating func list(indent: Int, depth: Int) throws(Fault) -> Value {
        var values: [Value] = []
        // A list may stand at the indentation of its key; then the next key ends it.
        while next < lines.count, lines[next].indent == indent, Self.isEntry(lines[next].text) {
            let rest = lines[next].text.dropFirst().drop { $0 == " " }
            if rest.isEmpty || rest.first == "#" {
                let line = lines[next].number
                next += 1
                values.append(try nested(under: indent, line: line, depth: depth))
            } else if Self.key(of: rest) != nil {
                // "- key: value" opens a mapping that goes on below, under the key.
                let column = lines[next].indent + lines[next].text.count - rest.count
                lines[next] = Line(number: lines[next].number, indent: column, text: rest)
                values.append(try mapping(indent: column, depth: depth + 1))
            } else {
                values.append(try scalar(rest))
                next += 1
            }
        }
        if next < lines.count, lines[next].indent > indent { throw fault("is indented deeper than its list") }
        return .list(values)
    }

    private mutating func mapping(indent: Int, depth: Int) throws(Fault) -> Value {
        var entries: [(key: String, line: Int, value: Value)] = []
        while next < lines.count, lines[next].indent == indent {
            let line = lines[next]
            guard let (key, rest) = Self.key(of: line.text) else {
                throw fault("expected 'key: value', found \"\(line.text.prefix(40))\"; put text with a colon in quotes")
            }
            if entries.contains(where: { $0.key == key }) { throw fault("the key \(key) is there twice") }
            if rest == "|" {
                next += 1
                entries.append((key, line.number, .text(blockText(under: indent, from: line.number))))
            } else if rest.isEmpty || rest.first == "#" {
                next += 1
                entries.append((key, line.number, try nested(under: indent, line: line.number, depth: depth)))
            } else {
                entries.append((key, line.number, try scalar(rest)))
                next += 1
            }
        }
        if next < lines.count, lines[next].indent > indent { throw fault("is indented deeper than its mapping") }
        return .mapping(entries)
    }

    /// What stands below a key or dash; a list may stand at the key's own indentation.
    private mutating func nested(under indent: Int, line: Int, depth: Int) throws(Fault) -> Value {
        guard next < lines.count else { return .text("") }
        let below = lines[next]
        if below.indent > indent || (below.indent == indent && Self.isEntry(below.text)) {
            return try block(indent: below.indent, depth: depth + 1)
        }
        return .text("")
    }

    /// The lines after `|` that are indented deeper than its key, without that indentation.
    private mutating func blockText(under indent: Int, from line: Int) -> String {
        var texts: [Substring] = []
        var number = line
        while number < raw.count {
            let text = raw[number]
            let isBlank = text.allSatisfy { $0 == " " }
            guard isBlank || text.prefix(while: { $0 == " " }).count > indent else { break }
            texts.append(text)
            number += 1
        }
        while next < lines.count, lines[next].number <= number { next += 1 }
        while texts.last?.allSatisfy({ $0 == " " }) == true { texts.removeLast() }
        let margin = texts.filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return texts.map { $0.dropFirst(margin) }.joined(separator: "\n")
    }

    // MARK: Scalars

    /// The key before ": " (or ":" at the end) and what follows; nil where the text has none.
    private static func key(of text: Substring) -> (key: String, rest: Substring)? {
        guard let first = text.first, first.isLetter || first == "_" else { return nil }
        let key = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        let rest = text.dropFirst(key.count)
        guard rest.first == ":", rest.count == 1 || rest.dropFirst().first == " " else { return nil }
        return (String(key), trimmed(rest.dropFirst()))
    }

    private func scalar(_ text: Substring) throws(Fault) -> Value {
        var rest = text
        guard rest.first == "[" else {
            let value = try word(&rest, endsAt: nil)
            try end(rest)
            return .text(value)
        }
        rest = rest.dropFirst()
        var values: [Value] = []
        while true {
            rest = rest.drop { $0 == " " || $0 == "," }
            guard let first = rest.first else { throw fault("'[' is never closed with ']' on its line") }
            if first == "]" { break }
            values.append(.text(try word(&rest, endsAt: [",", "]"])))
        }
        try end(rest.dropFirst())
        return .list(values)
    }

    /// One scalar; `rest` begins behind it afterwards.
    private func word(_ rest: inout Substring, endsAt marks: Set<Character>?) throws(Fault) -> String {
        switch rest.first {
        case "\"":
            guard let close = Self.close(of: rest) else { throw fault("the quote is never closed on its line") }
            let quoted = rest[...close]
            rest = rest[rest.index(after: close)...]
            // The escapes of JSON are those of YAML that people use.
            guard let text = try? JSONDecoder().decode(String.self, from: Data(quoted.utf8)) else {
                throw fault("\(quoted) holds an escape that is not read here; leave it out or use single quotes")
            }
            return text
        case "'":
            var text = ""
            var index = rest.index(after: rest.startIndex)
            while index < rest.endIndex {
                let after = rest.index(after: index)
                if rest[index] == "'" {
                    guard after < rest.endIndex, rest[after] == "'" else {
                        rest = rest[after...]
                        return text
                    }
                    index = after
                }
                text.append(rest[index])
                index = rest.index(after: index)
            }
            throw fault("the quote is never closed on its line")
        case "&", "*", "!", "{", "}", "|", ">", "@", "`", "%":
            throw fault(
                "'\(rest.first.map(String.init) ?? "")' begins something that is not read here; put the text in quotes")
        default:
            var end = rest.startIndex
            while end < rest.endIndex {
                if marks?.contains(rest[end]) == true { break }
                if rest[end] == " ", rest[rest.index(after: end)...].first == "#" { break }
                if rest[end] == ":", rest[rest.index(after: end)...].first == " " {
                    throw fault("a plain text cannot hold ': '; put it in quotes")
                }
                end = rest.index(after: end)
            }
            let text = Self.trimmed(rest[..<end])
            rest = rest[end...]
            return String(text)
        }
    }

    private static func close(of text: Substring) -> Substring.Index? {
        var index = text.index(after: text.startIndex)
        while index < text.endIndex {
            if text[index] == "\"" { return index }
            if text[index] == "\\" {
                index = text.index(after: index)
                guard index < text.endIndex else { return nil }
            }
            index = text.index(after: index)
        }
        return nil
    }

    private func end(_ rest: Substring) throws(Fault) {
        let rest = rest.drop { $0 == " " }
        guard rest.isEmpty || rest.first == "#" else { throw fault("\"\(rest.prefix(20))\" stands behind the value") }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }

    private func fault(_ message: String) -> Fault {
        Fault(line: next < lines.count ? lines[next].number : raw.count, message: message)
    }
}
