import Yams

/// The text of a sources file by lines, and which lines belong to which entry.
///
/// Knows only places: what an entry means is the decoder's matter. Edits are of whole lines, so that comments, order
/// and quoting of everything else stay as they are.
struct SourceFileText {
    enum Style: Equatable {
        /// No file, or nothing in it but comments.
        case blank
        /// `sources:` with nothing after it, or with empty brackets, in this line.
        case empty(line: Int)
        /// Ids as keys, or a list of entries with `id:`; `indent` is the number of blanks before each.
        case block(indent: Int, isList: Bool)
        /// In brackets, or without `sources:`: a person has to edit it.
        case other
    }

    struct Entry: Equatable {
        var id: String
        /// 0-based line of its key, or of the dash before it.
        var line: Int
    }

    let style: Style
    private(set) var entries: [Entry] = []
    /// With their line ends; the last may have none.
    private let lines: [ArraySlice<UInt8>]
    /// 0-based line after the last that can belong to an entry.
    private let end: Int

    /// - Parameter document: `file` as parsed; nil where it is blank.
    init(_ file: ConfigFile, _ document: YAMLDocument?) {
        let lines = Self.lines(of: file.bytes)
        self.lines = lines
        guard let document else {
            (style, end) = (.blank, lines.count)
            return
        }
        guard case .mapping(let root) = document.root, let node = root["sources"],
            let key = root.first(where: { $0.key.string == "sources" })?.key.mark
        else {
            (style, end) = (.other, lines.count)
            return
        }
        end = root.compactMap { $0.key.mark?.line }.filter { $0 > key.line }.min().map { $0 - 1 } ?? lines.count
        let (style, entries) = Self.shape(
            of: node, isInBrackets: "{[".utf8.contains(document.context.firstByte(of: node) ?? 0),
            keyLine: key.line - 1,
            lines)
        self.entries = entries
        guard case .block(let indent, _) = style,
            !entries.allSatisfy({ lines.indices.contains($0.line) && Self.indent(lines[$0.line]) == indent })
        else {
            self.style = style
            return
        }
        self.style = .other
    }

    private static func shape(
        of node: Node, isInBrackets: Bool, keyLine: Int, _ lines: [ArraySlice<UInt8>]
    ) -> (Style, [Entry]) {
        func block(_ entries: [Entry], of count: Int, isList: Bool) -> (Style, [Entry]) {
            guard entries.count == count, let first = entries.first, lines.indices.contains(first.line) else {
                return (.other, entries)
            }
            return (.block(indent: indent(lines[first.line]), isList: isList), entries)
        }
        switch node {
        case _ where YAMLContext.isNull(node): return (.empty(line: keyLine), [])
        case .mapping(let mapping) where mapping.isEmpty: return (.empty(line: keyLine), [])
        case .sequence(let sequence) where sequence.isEmpty: return (.empty(line: keyLine), [])
        case .mapping(let mapping):
            let entries = mapping.compactMap { name, _ in
                name.mark.flatMap { mark in name.string.map { Entry(id: $0, line: mark.line - 1) } }
            }
            return isInBrackets ? (.other, entries) : block(entries, of: mapping.count, isList: false)
        case .sequence(let sequence):
            let entries: [Entry] = sequence.compactMap { element in
                guard case .mapping(let mapping) = element, let id = mapping["id"]?.string, let mark = element.mark
                else { return nil }
                return Entry(id: id, line: dash(lines, above: mark.line - 1))
            }
            return isInBrackets ? (.other, entries) : block(entries, of: sequence.count, isList: true)
        default: return (.other, [])
        }
    }

    // MARK: Edits

    /// The text with `new` after the last entry; nil where a person has to do it.
    func adding(_ new: [SourceEntry], head: String) -> [UInt8]? {
        let newline = lines.first.map { $0.suffix(2).elementsEqual("\r\n".utf8) } == true ? "\r\n" : "\n"
        func text(indent: Int, isList: Bool) -> [UInt8] {
            let margin = String(repeating: " ", count: indent)
            return Array(new.flatMap { $0.lines(inList: isList) }.map { margin + $0 + newline }.joined().utf8)
        }
        switch style {
        case .other: return nil
        case .blank:
            var bytes = joined(lines[...], newline)
            if bytes.isEmpty { bytes = Array(head.utf8) }
            return bytes + Array("sources:\(newline)".utf8) + text(indent: 2, isList: false)
        case .empty(let line):
            return joined(lines[..<line], newline) + Array("sources:\(newline)".utf8) + text(indent: 2, isList: false)
                + joined(lines[(line + 1)...], newline)
        case .block(let indent, let isList):
            let isAtEnd = end == lines.count
            let place = isAtEnd ? end : contentEnd(of: entries.count - 1)
            var before = joined(lines[..<place], newline)
            // A comment at the end of the file is not the new entry's.
            if isAtEnd, let last = lines.last(where: { !Self.isBlank($0) }), Self.isComment(last),
                lines.last.map(Self.isBlank) != true
            {
                before += Array(newline.utf8)
            }
            return before + text(indent: indent, isList: isList) + joined(lines[place...], newline)
        }
    }

    /// The text without the entry, and the lines that were taken out; nil where a person has to do it.
    func removing(_ id: String) -> (bytes: [UInt8], removed: String, line: Int)? {
        guard case .block(let indent, _) = style, let index = entries.firstIndex(where: { $0.id == id }) else {
            return nil
        }
        var start = entries[index].line
        while start > 0, Self.isComment(lines[start - 1]), Self.indent(lines[start - 1]) <= indent { start -= 1 }
        var stop = contentEnd(of: index)
        let removed = joined(lines[start..<stop], "\n")
        let isBlankBefore = start > 0 && Self.isBlank(lines[start - 1])
        while isBlankBefore, stop < lines.count, Self.isBlank(lines[stop]) { stop += 1 }
        var head = joined(lines[..<start], "\n")
        if entries.count == 1, let line = lines[..<start].lastIndex(where: { $0.starts(with: "sources:".utf8) }) {
            // A key without a value would be an error; what else stands in the line stays.
            let rest = lines[line].dropFirst("sources:".utf8.count)
            head =
                joined(lines[..<line], "\n") + Array("sources: {}".utf8) + rest
                + joined(lines[(line + 1)..<start], "\n")
        }
        return (head + joined(lines[stop...], "\n"), String(decoding: removed, as: UTF8.self), start + 1)
    }

    /// The line after the last that belongs to the entry: comments deeper than its key are its own, others and blank
    /// lines behind it are not.
    private func contentEnd(of index: Int) -> Int {
        guard case .block(let indent, _) = style else { return end }
        var stop = index + 1 < entries.count ? entries[index + 1].line : end
        while stop > entries[index].line + 1 {
            let line = lines[stop - 1]
            guard
                Self.isBlank(line) || (Self.isComment(line) && Self.indent(line) <= indent) || Self.isDocumentEnd(line)
            else { break }
            stop -= 1
        }
        return stop
    }

    // MARK: Lines

    private func joined(_ part: ArraySlice<ArraySlice<UInt8>>, _ newline: String) -> [UInt8] {
        var bytes = Array(part.joined())
        if let last = bytes.last, last != 0x0A { bytes += Array(newline.utf8) }
        return bytes
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    private static func indent(_ line: ArraySlice<UInt8>) -> Int { line.prefix { $0 == 0x20 }.count }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }

    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        line.first { $0 > 0x20 } == UInt8(ascii: "#")
    }

    private static func isDocumentEnd(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "...".utf8) && isBlank(line.dropFirst(3))
    }

    /// The line of the dash that begins the list entry whose first key is in `line`.
    private static func dash(_ lines: [ArraySlice<UInt8>], above line: Int) -> Int {
        var line = line
        while line > 0, lines.indices.contains(line), lines[line].first(where: { $0 != 0x20 }) != UInt8(ascii: "-") {
            line -= 1
        }
        return line
    }
}
