import Foundation
import RuleLanguage

/// Looks over a YAML file before it is parsed: for what would be expensive (anchors, aliases, deep brackets), and for
/// unquoted text that YAML would cut up, so that the editor hears "quote this" instead of a parser's words.
///
/// It follows the block structure line by line: it knows quotes, block scalars, continuation lines, flow brackets and
/// comments (YAML 1.2, chapters 6 to 8), and looks only at where a value begins. One pass over the bytes; the first
/// fault of a line ends the look at that line.
struct YAMLGuard {
    static let deepestBrackets = 32

    private enum State {
        case block
        /// A plain scalar may go on in lines indented deeper than `parent`.
        case plain(parent: Int)
        /// Lines indented deeper than `parent` are the text of `|` or `>`.
        case blockScalar(parent: Int)
        case quoted(quote: UInt8, line: Int, column: Int, parent: Int, isInFlow: Bool)
        case flow
    }

    private struct Opening {
        var line: Int
        var column: Int
        var sign: UInt8
    }

    private let file: ConfigFile
    private let faults: FaultList
    private var state = State.block
    private var brackets: [Opening] = []
    private var parent = -1
    private var hasKeyOnLine = false
    private var line = 0
    private var text: ArraySlice<UInt8> = []

    /// True where the file may go on to the parser.
    static func accepts(_ file: ConfigFile, faults: FaultList) -> Bool {
        let before = faults.errorCount
        var scan = YAMLGuard(file: file, faults: faults)
        scan.run()
        return faults.errorCount == before
    }

    private init(file: ConfigFile, faults: FaultList) {
        self.file = file
        self.faults = faults
    }

    private mutating func run() {
        for slice in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            text = slice.last == 0x0D ? slice.dropLast() : slice
            scanLine()
        }
        if case .quoted(_, let line, let column, _, _) = state {
            fault(line: line, column: column, "the quote that opens here is never closed")
        } else if let open = brackets.first {
            fault(
                line: open.line, column: open.column,
                "'\(Character(Unicode.Scalar(open.sign)))' is never closed; if this is text, put it in quotes")
        }
    }

    private mutating func scanLine() {
        hasKeyOnLine = false
        var index = text.startIndex
        switch state {
        case .quoted(let quote, _, _, _, _):
            guard let end = closingQuote(quote, from: index) else { return }
            afterQuote(at: end)
            return
        case .flow:
            flow(from: index)
            return
        case .block, .plain, .blockScalar: break
        }
        while index < text.endIndex, text[index] == 0x20 { index += 1 }
        guard index < text.endIndex else { return }
        let indent = index - text.startIndex
        switch state {
        case .plain(let parent) where indent > parent && text[index] != UInt8(ascii: "#"): return
        case .blockScalar(let parent) where indent > parent: return
        default: state = .block
        }
        if text[index] == 0x09 {
            let rest = text[index...].first { $0 != 0x09 && $0 != 0x20 }
            if rest != nil, rest != UInt8(ascii: "#") {
                fault(at: index, "a tab in the indentation; YAML wants spaces")
            }
            return
        }
        parent = -1
        if indent == 0, text.count >= 3, text.starts(with: "---".utf8), isBlank(index + 3) { index += 3 }
        block(from: index)
    }

    // MARK: Block structure

    private mutating func block(from start: Int) {
        var index = start
        while let at = skipSpaces(index) {
            let byte = text[at]
            if byte == UInt8(ascii: "#"), at == text.startIndex || isSpace(text[at - 1]) { return }
            if byte == UInt8(ascii: "-"), isBlank(at + 1) {
                parent = at - text.startIndex
                index = at + 1
                continue
            }
            if byte == UInt8(ascii: "?"), isBlank(at + 1) {
                return fault(at: at, "a value that begins with '? ' is a YAML complex key; put the text in quotes")
            }
            guard let next = value(at: at) else { return }
            index = next
        }
    }

    /// Looks at the token that begins at `start`; gives the place after it when the line goes on, nil when it is done.
    private mutating func value(at start: Int) -> Int? {
        switch text[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let quote = text[start]
            state = .quoted(quote: quote, line: line, column: column(start), parent: parent, isInFlow: false)
            guard let end = closingQuote(quote, from: start + 1) else { return nil }
            return afterQuote(at: end)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            flow(from: start)
            return nil
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            guard isBlockHeader(start) else { return quoteThis(start) }
            state = .blockScalar(parent: parent)
            return nil
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            return quoteThis(start)
        default:
            return plain(at: start)
        }
    }

    private mutating func plain(at start: Int) -> Int? {
        var index = start
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: ":"), isBlank(index + 1) {
                guard !hasKeyOnLine else {
                    fault(
                        at: start,
                        "a ': ' inside unquoted text begins a new key; put the whole value in quotes: \(quoted(start))")
                    return nil
                }
                hasKeyOnLine = true
                parent = start - text.startIndex
                return index + 1
            }
            if byte == UInt8(ascii: "#"), isSpace(text[index - 1]) {
                if index + 1 < text.endIndex, !isSpace(text[index + 1]), text[index + 1] != UInt8(ascii: "#") {
                    faults.warning(
                        file.place(line: line, column: column(index)),
                        "the text from '#' on is a comment to YAML; if it belongs to the value, put the value in quotes"
                    )
                }
                return nil
            }
            index += 1
        }
        state = .plain(parent: parent)
        return nil
    }

    @discardableResult
    private mutating func afterQuote(at end: Int) -> Int? {
        guard case .quoted(_, let openLine, let openColumn, let openParent, let isInFlow) = state else { return nil }
        if isInFlow {
            state = .flow
            flow(from: end, isAfterValue: true)
            return nil
        }
        state = .block
        guard let next = skipSpaces(end) else { return nil }
        if text[next] == UInt8(ascii: "#"), next > end { return nil }
        if text[next] == UInt8(ascii: ":"), isBlank(next + 1), openLine == line, !hasKeyOnLine {
            hasKeyOnLine = true
            parent = openColumn - 1
            return next + 1
        }
        parent = openParent
        fault(
            line: openLine, column: openColumn,
            openLine == line
                ? "text after the closing quote; put the whole value in one pair of quotes"
                : "the quote that opens here closes in line \(line) with text after it; is its closing quote missing?")
        return nil
    }

    // MARK: Flow brackets

    private mutating func flow(from start: Int, isAfterValue: Bool = false) {
        var index = start
        var canBegin = !isAfterValue
        // After a closed bracket or quote only punctuation may follow.
        var isClosed = isAfterValue
        while index < text.endIndex {
            let byte = text[index]
            switch byte {
            case 0x20, 0x09:
                index += 1
                continue
            case UInt8(ascii: "#") where index == text.startIndex || isSpace(text[index - 1]):
                return
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard canBegin, !isClosed else { return cutUp(index) }
                guard brackets.count < Self.deepestBrackets else {
                    fault(at: index, "brackets are nested more than \(Self.deepestBrackets) deep")
                    (brackets, state) = ([], .block)
                    return
                }
                brackets.append(Opening(line: line, column: column(index), sign: byte))
                state = .flow
                index += 1
                continue
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard let open = brackets.popLast() else { return cutUp(index) }
                guard (open.sign == UInt8(ascii: "{")) == (byte == UInt8(ascii: "}")) else {
                    brackets.append(open)
                    return cutUp(index)
                }
                index += 1
                if brackets.isEmpty {
                    state = .block
                    if let rest = skipSpaces(index), !(text[rest] == UInt8(ascii: "#") && rest > index) {
                        quoteThis(line: open.line, column: open.column, sign: open.sign)
                    }
                    return
                }
                (canBegin, isClosed) = (false, true)
                continue
            case UInt8(ascii: ","):
                index += 1
                (canBegin, isClosed) = (true, false)
                continue
            case UInt8(ascii: ":") where isClosed || isBlank(index + 1):
                index += 1
                (canBegin, isClosed) = (true, false)
                continue
            default: break
            }
            guard !isClosed else { return cutUp(index) }
            if canBegin {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    state = .quoted(quote: byte, line: line, column: column(index), parent: parent, isInFlow: true)
                    guard let end = closingQuote(byte, from: index + 1) else { return }
                    state = .flow
                    index = end
                    (canBegin, isClosed) = (false, true)
                    continue
                case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "@"),
                    UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: ">"):
                    quoteThis(at: index)
                    brackets = []
                    return
                default: break
                }
            }
            canBegin = false
            index += 1
        }
    }

    /// Text that a bracket began cannot be what the bracket means.
    private mutating func cutUp(_ index: Int) {
        let open = brackets.first ?? Opening(line: line, column: column(index), sign: text[index])
        quoteThis(line: open.line, column: open.column, sign: open.sign)
    }

    // MARK: Messages

    private mutating func quoteThis(_ index: Int) -> Int? {
        quoteThis(at: index)
        return nil
    }

    private mutating func quoteThis(at index: Int) {
        let sign = text[index]
        let what: String
        switch sign {
        case UInt8(ascii: "*"): what = "a YAML alias, which is not used here"
        case UInt8(ascii: "&"): what = "a YAML anchor, which is not used here"
        case UInt8(ascii: "!"): what = "a YAML tag, which is not used here"
        case UInt8(ascii: "|"), UInt8(ascii: ">"): what = "a YAML text block"
        default: what = "reserved in YAML"
        }
        fault(
            at: index,
            "an unquoted value that begins with '\(Character(Unicode.Scalar(sign)))' is \(what); put text in quotes: "
                + quoted(index))
    }

    private mutating func quoteThis(line: Int, column: Int, sign: UInt8) {
        let what = sign == UInt8(ascii: "{") || sign == UInt8(ascii: "}") ? "mapping" : "list"
        let sample = line == self.line ? ": " + quoted(text.startIndex + byteOffset(ofColumn: column)) : ""
        fault(
            line: line, column: column,
            "YAML cuts this value up, because '\(Character(Unicode.Scalar(sign)))' begins a \(what); put it in quotes\(sample)"
        )
        brackets = []
        state = .block
    }

    /// The rest of the line in quotes, shortened, as it should be written.
    private func quoted(_ index: Int) -> String {
        var rest = String(decoding: text[index...], as: UTF8.self)
        if let comment = rest.range(of: " #") { rest = String(rest[..<comment.lowerBound]) }
        if !brackets.isEmpty { rest = String(rest.prefix { !",]}".contains($0) }) }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        let shown = rest.count > 60 ? rest.prefix(57) + "…" : rest[...]
        return shown.contains("\"") ? "'\(shown.replacing("'", with: "''"))'" : "\"\(shown)\""
    }

    private func fault(at index: Int, _ message: String) { fault(line: line, column: column(index), message) }

    private func fault(line: Int, column: Int, _ message: String) {
        faults.error(file.place(line: line, column: column), message)
    }

    // MARK: Bytes

    private func column(_ index: Int) -> Int {
        text[text.startIndex..<index].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    private func byteOffset(ofColumn column: Int) -> Int {
        var remaining = column - 1
        for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
            if remaining == 0 { return offset }
            remaining -= 1
        }
        return text.count
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func isBlank(_ index: Int) -> Bool { index >= text.endIndex || isSpace(text[index]) }

    private func skipSpaces(_ index: Int) -> Int? { text[index...].firstIndex { !isSpace($0) } }

    /// `|` or `>` with its indicators and nothing but a comment after.
    private func isBlockHeader(_ index: Int) -> Bool {
        let rest = text[(index + 1)...].drop { "+-123456789".utf8.contains($0) }
        guard let next = rest.firstIndex(where: { !isSpace($0) }) else { return true }
        return text[next] == UInt8(ascii: "#") && next > rest.startIndex
    }

    /// The place after the closing quote in this line.
    private func closingQuote(_ quote: UInt8, from start: Int) -> Int? {
        var index = start
        while index < text.endIndex {
            let byte = text[index]
            if byte == quote {
                guard quote == UInt8(ascii: "'"), index + 1 < text.endIndex, text[index + 1] == quote else {
                    return index + 1
                }
                index += 2
            } else {
                index += quote == UInt8(ascii: "\"") && byte == UInt8(ascii: "\\") ? 2 : 1
            }
        }
        return nil
    }
}
