/// What stands before the root element: junk, comments, the DOCTYPE with its entities.
extension XMLRepair {
    /// Offset of the root element's start tag.
    mutating func findRoot() -> Int? {
        var index = 0
        var junk: Int?
        // Warnings of a program, or a page's head, before the declaration: the document begins at the declaration,
        // unless something wanted stands before it, as in a document with another one behind it.
        if let first = firstNonSpace(from: 0, to: count), !base.has("<?xml", at: first, end: count),
            let declaration = base.first("<?xml ", from: first, to: min(count, 64 << 10)),
            !hasWanted(from: first, to: declaration)
        {
            junk = first
            index = declaration
        }
        while let less = base.first(Ascii.lessThan, from: index, to: count) {
            if junk == nil { junk = firstNonSpace(from: index, to: less) }
            let next = less + 1
            guard next < count else { break }
            switch base[next] {
            case Ascii.question:
                guard let end = base.first("?>", from: next, to: count) else { return nil }
                index = end + 2
            case Ascii.exclamation:
                if base.has("<!--", at: less, end: count) {
                    if let end = nextCommentEnd.find("-->", in: base, from: less + 4, to: count) {
                        index = end + 3
                    } else {
                        log.note(.unclosedComment, at: less)
                        index = less + 4
                    }
                } else if base.hasIgnoringCase("<!doctype", at: less, end: count) {
                    index = readDoctype(from: less + 9)
                } else {
                    index = next
                }
            case let byte where Ascii.startsName(byte):
                // Only what closes before the next `<` is a tag, unless that stands in a value.
                let stop = base.first(Ascii.lessThan, from: next, to: count) ?? count
                guard
                    base.first(Ascii.greaterThan, from: next, to: stop) != nil
                        || (stop < count && hasValue(from: next, to: stop)
                            && nextTagEnd.find(">", in: base, from: stop, to: count) != nil)
                else {
                    junk = junk ?? less
                    index = next
                    continue
                }
                if let junk { log.note(.junkBeforeRoot, at: junk) }
                return less
            default:
                junk = junk ?? less
                index = next
            }
        }
        return nil
    }

    func hasValue(from start: Int, to end: Int) -> Bool {
        base.first("=\"", from: start, to: end) != nil || base.first("='", from: start, to: end) != nil
    }

    func firstNonSpace(from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end, Ascii.isSpace(base[index]) { index += 1 }
        return index < end ? index : nil
    }

    /// Skips a DOCTYPE, keeping the plain-text entities of its internal subset. Returns the offset behind it.
    mutating func readDoctype(from start: Int) -> Int {
        var index = start
        var inSubset = false
        while index < count {
            switch base[index] {
            case Ascii.openBracket:
                inSubset = true
                index += 1
            case Ascii.closeBracket:
                inSubset = false
                index += 1
            case Ascii.greaterThan where !inSubset:
                return index + 1
            case Ascii.quote, Ascii.apostrophe:
                guard let end = base.first(base[index], from: index + 1, to: count) else { return count }
                index = end + 1
            case Ascii.lessThan where inSubset && (index + 1 >= count || !Ascii.startsName(base[index + 1])):
                index = readDeclaration(at: index)
            case Ascii.lessThan:
                // A DOCTYPE that never closed: the root begins here.
                return index
            default:
                index += 1
            }
        }
        return count
    }

    /// One `<!…>` or comment of the internal subset, which starts at `start`.
    mutating func readDeclaration(at start: Int) -> Int {
        if base.has("<!--", at: start, end: count) {
            return base.first("-->", from: start + 4, to: count).map { $0 + 3 } ?? count
        }
        var quoted: [Range<Int>] = []
        var words: [Range<Int>] = []
        var index = start + 1
        while index < count, base[index] != Ascii.greaterThan {
            let byte = base[index]
            if byte == Ascii.quote || byte == Ascii.apostrophe {
                guard let end = base.first(byte, from: index + 1, to: count) else { return count }
                if quoted.count < 3 { quoted.append(index + 1..<end) }
                index = end + 1
            } else if Ascii.isSpace(byte) {
                index += 1
            } else {
                let wordStart = index
                while index < count, !Ascii.isSpace(base[index]), base[index] != Ascii.greaterThan,
                    base[index] != Ascii.quote, base[index] != Ascii.apostrophe
                {
                    index += 1
                }
                if words.count < 4 { words.append(wordStart..<index) }
            }
        }
        if words.count >= 2, base.has("!ENTITY", at: words[0].lowerBound, end: words[0].upperBound) {
            let name = string(words[1])
            if words.count == 2, quoted.count == 1, entities.count < 1024, let text = plainText(quoted[0]) {
                if entities[name] == nil { entities[name] = text }
            } else {
                log.note(.droppedEntity, at: start, detail: name)
                // A name that HTML knows keeps its meaning; any other stands for nothing.
                if entities.count < 1024, entities[name] == nil, HTMLEntities.text(named: name) == nil {
                    entities[name] = []
                }
            }
        }
        return min(index + 1, count)
    }

    /// The replacement text of a declared entity as its reader is to see it: references replaced, also those to
    /// entities declared before. nil where it is too long, holds markup, or refers to parameters or to what was
    /// dropped.
    ///
    /// Each text is built once, of finished ones, and none is longer than the limit: nesting multiplies nothing.
    func plainText(_ value: Range<Int>) -> [UInt8]? {
        guard value.count <= limits.entityBytes else { return nil }
        // First numbers (XML 1.0 section 4.4.5), then what has become of the text, as at its reference.
        guard let written = replaced(base, value, of: { $0 == Ascii.hash }) else { return nil }
        return written.withUnsafeBufferPointer { written in
            guard let start = written.baseAddress else { return [] }
            let all = 0..<written.count
            guard start.first(Ascii.lessThan, from: 0, to: written.count) == nil else { return nil }
            return replaced(start, all) { _ in true }
        }
    }

    /// `text` with references replaced whose first byte is one of those wanted.
    private func replaced(
        _ text: UnsafePointer<UInt8>, _ range: Range<Int>, of isWanted: (UInt8) -> Bool
    ) -> [UInt8]? {
        var result: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound, result.count <= limits.entityBytes {
            let byte = text[index]
            let next = index + 1 < range.upperBound ? text[index + 1] : 0
            if byte == 0x25, Ascii.startsName(next) { return nil }
            guard byte == Ascii.ampersand, isWanted(next) else {
                result.append(byte)
                index += 1
                continue
            }
            var end = index + 1
            while end < range.upperBound, Ascii.continuesName(text[end]) { end += 1 }
            if end > index + 1, end < range.upperBound, text[end] == Ascii.semicolon,
                let declared = entities[
                    String(
                        decoding: UnsafeBufferPointer(start: text + index + 1, count: end - index - 1), as: UTF8.self)]
            {
                guard !declared.isEmpty else { return nil }
                result.append(contentsOf: declared)
                index = end + 1
            } else if let reference = HTMLEntities.reference(
                text, at: index, end: range.upperBound, requireSemicolon: true), !reference.isBad
            {
                for place in 0..<reference.length {
                    result.append(UInt8(truncatingIfNeeded: reference.packed >> UInt64(place * 8)))
                }
                index = reference.end
            } else if isWanted(0) {
                result.append(byte)
                index += 1
            } else {
                return nil
            }
        }
        return result.count <= limits.entityBytes ? result : nil
    }
}
